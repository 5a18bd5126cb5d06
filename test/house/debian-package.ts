import { spawnSync } from "node:child_process";
import packages from "../../.ci/debian-packages.json" with { type: "json" };

/**
 * The program of a Debian package that a test needs, as found by its probe. `npm test` installs the packages
 * where it may; where it may not, the test fails with the command to type.
 */
export function programOf(name: string): string {
  const wanted = packages.find((one) => one.package === name);
  if (!wanted) throw new Error(`${name} is not in .ci/debian-packages.json; add it with what it is for`);
  const [program = "", ...words] = wanted.probe;
  if (spawnSync(program, words, { stdio: "ignore" }).status === 0) return program;
  throw new Error(
    `This test needs ${name}, which ${wanted.use}. ` +
      `Type as root: apt-get update && apt-get install --yes --no-install-recommends ${name}`,
  );
}
