import { readFileSync } from "node:fs";

/**
 * The rules of the floors for dependency-cruiser, all made from one table, `.ci/floors.json`: it follows
 * every import as the compiler does, so it also sees what the test on the text of imports cannot.
 */
const { floors, rooms, onlyBelow, mayUseNode } = JSON.parse(
  readFileSync(new URL(".ci/floors.json", import.meta.url), "utf8"),
);

/** A pattern for everything under some folders of src. */
const under = (folders) => `^src/(${folders.join("|")})/`;

const upwards = floors.slice(0, -1).map((floor, index) => ({
  name: `${floor} imports nothing above it`,
  severity: "error",
  from: { path: under([floor]) },
  to: { path: under(floors.slice(index + 1)) },
}));

const sideways = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room} imports of its own floor only: ${allowed.join(", ") || "nothing"}`,
  severity: "error",
  from: { path: under([room]) },
  to: { path: under([room.split("/")[0]]), pathNot: under([room, ...allowed]) },
}));

const narrow = Object.entries(onlyBelow).map(([room, allowed]) => ({
  name: `${room} imports only: ${allowed.join(", ")}`,
  severity: "error",
  from: { path: under([room]) },
  to: { path: "^src/", pathNot: under([room, ...allowed]) },
}));

const whole = [
  {
    name: "no import cycles at run time",
    severity: "error",
    from: { path: "^src/" },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    // Packages are left to the compiler, which also knows those that hold nothing but types.
    name: "every import leads to a file",
    severity: "error",
    from: { path: "^src/" },
    to: { couldNotResolve: true, path: "^[#.]" },
  },
  {
    name: "only the runners, the store and the shells know Node",
    severity: "error",
    from: { path: "^src/", pathNot: under(mayUseNode) },
    to: { dependencyTypes: ["core"] },
  },
];

export default {
  forbidden: [...upwards, ...sideways, ...narrow, ...whole],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["source", "import", "node", "default", "types"],
      exportsFields: ["exports"],
      extensions: [".ts", ".js", ".json"],
    },
  },
};
