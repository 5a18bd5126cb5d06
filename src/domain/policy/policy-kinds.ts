import type { Family } from "#base/family";
import { kindsIn } from "#base/kind";
import type { PolicyKind } from "#domain/policy/policy-kind";
import { policyFields } from "#domain/policy/policy-kind";
import * as listed from "#domain/policy/policies/kinds";

/** What may react. */
export const policies: Family<PolicyKind> = {
  name: "policy",
  shared: policyFields,
  kinds: kindsIn(listed),
};
