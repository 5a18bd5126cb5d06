import { expect, test } from "vitest";
import { programName } from "#shells/cli/program-name";
import type { Started } from "#shells/cli/program-name";

const clone: Started = {
  environment: { PATH: "/usr/bin" },
  file: "/clones/breakwater/dist/shells/cli/main.js",
  nodeOptions: [],
  folder: "/clones/breakwater",
};

test("the program is called again the way it was called", () => {
  const started = { npm_command: "start", npm_lifecycle_event: "start", npm_package_name: "breakwater" };
  expect(programName({ ...clone, environment: started })).toBe("npm start --");
  expect(programName({ ...clone, environment: { npm_command: "exec", npm_lifecycle_event: "npx" } })).toBe(
    "npx breakwater",
  );
  expect(programName(clone)).toBe("node dist/shells/cli/main.js");
  expect(programName({ ...clone, nodeOptions: ["--import", "tsx"], folder: "/elsewhere" })).toBe(
    "node --import tsx /clones/breakwater/dist/shells/cli/main.js",
  );
});

test("an installed program goes by its name where a shell or npm finds it", () => {
  const file = "/clones/mine/node_modules/.bin/breakwater";
  const mine = { ...clone, file, folder: "/clones/mine" };
  expect(programName(mine)).toBe("node_modules/.bin/breakwater");
  expect(programName({ ...mine, environment: { PATH: "/bin:/clones/mine/node_modules/.bin" } })).toBe(
    "breakwater",
  );
  const script = { npm_lifecycle_event: "start", npm_command: "start", npm_package_name: "mine" };
  expect(programName({ ...mine, environment: script })).toBe("npx breakwater");
});
