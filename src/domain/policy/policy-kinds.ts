import type { Family } from "#base/family";
import type { PolicyKind } from "#domain/policy/policy-kind";
import { policyFields } from "#domain/policy/policy-kind";
import { divert } from "#domain/policy/policies/divert";
import { surge } from "#domain/policy/policies/surge";

/** What may react. */
export const policies: Family<PolicyKind> = {
  name: "policy",
  shared: policyFields,
  kinds: [divert, surge],
};
