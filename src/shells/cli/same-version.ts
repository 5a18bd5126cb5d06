import { UsageError } from "#shells/cli/exit-code";
import { version } from "#shells/cli/version";

/** Of another version the draws or the rows may be others: what is put together must be of one. */
export function assertVersion(request: { readonly version: string }, typed: string): void {
  if (request.version === version()) return;
  throw new UsageError(
    `${typed} was run by version ${request.version}, and this is ${version()}; run the scenario again`,
  );
}
