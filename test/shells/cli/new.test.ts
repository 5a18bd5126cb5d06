import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { templates } from "#shells/cli/templates";
import { FakeIo } from "./fake-io.ts";

async function type(words: string, io: FakeIo = new FakeIo()): Promise<{ code: number; io: FakeIo }> {
  return { code: await main(words.split(" "), io, shippedWorkshop), io };
}

test.each(templates.map(({ name }) => name))(
  "new %s writes a file without a warning that runs",
  async (name) => {
    const { code, io } = await type(`new ${name}`);
    expect(code).toBe(0);
    expect(io.stdout).toContain(`breakwater run ${name}.yaml`);
    const checked = await type(`validate ${name}.yaml`, io);
    expect([checked.code, io.stderr]).toEqual([0, ""]);
    io.stdout = "";
    expect((await type(`run ${name}.yaml --replication 0 --json`, io)).code).toBe(0);
    const { conservation, limits } = JSON.parse(io.stdout) as { conservation: object; limits: string[] };
    expect(conservation).toMatchObject({ violations: 0 });
    expect(limits.filter((limit) => !limit.includes("1 replication"))).toEqual([]);
  },
);

test.each([
  ["canal", ["slots", "closure", "divert", "surge", "convoy"]],
  ["port", ["capacity", "surge", "priority"]],
  ["network", ["headway", "closure", "failure", "divert"]],
  ["ensemble", ["capacity", "failure", "surge"]],
] as const)("new %s shows the kinds that a newcomer meets first, each in use", async (name, kinds) => {
  const { io } = await type(`new ${name}`);
  const bare = readFileSync(join(io.folder, `${name}.yaml`), "utf8").replace(/#.*$/gm, "");
  for (const kind of kinds) expect(bare).toContain(`kind: ${kind}`);
});

test("its first line leads an editor to the schema, wherever the file is written", async () => {
  const io = new FakeIo();
  mkdirSync(join(io.folder, "deep/er"), { recursive: true });
  for (const file of ["port.yaml", "deep/er/mine.yaml"]) {
    expect((await type(`new port --out ${file}`, io)).code).toBe(0);
    const written = join(io.folder, file);
    const [, schema = ""] =
      /^# yaml-language-server: \$schema=(.+)\n/.exec(readFileSync(written, "utf8")) ?? [];
    expect(existsSync(resolve(dirname(written), schema))).toBe(true);
    expect(schema).toMatch(/^\.\.?\//);
  }
});

test("a file that is there stays", async () => {
  const io = new FakeIo();
  writeFileSync(join(io.folder, "canal.yaml"), "mine");
  const { code } = await type("new canal", io);
  expect(code).toBe(2);
  expect(io.stderr).toContain(
    "canal.yaml is there already and stays; name another file: --out my-canal.yaml",
  );
  expect(readFileSync(join(io.folder, "canal.yaml"), "utf8")).toBe("mine");
  expect((await type("new canal --out notes.txt", io)).code).toBe(2);
  expect(readdirSync(io.folder)).toEqual(["canal.yaml"]);
});

test("without a template all are listed, and an unknown one names the nearest", async () => {
  const { io } = await type("new");
  for (const { name, summary } of templates) expect(io.stdout).toMatch(new RegExp(`  ${name} +${summary}`));
  expect(JSON.parse((await type("new --json")).io.stdout)).toEqual(templates);
  const wrong = await type("new cannal");
  expect(wrong.code).toBe(2);
  expect(wrong.io.stderr).toBe('there is no template "cannal"; nearest is "canal"\n');
});

test("every shipped template is listed, and its first lines say how to go on", () => {
  const files = readdirSync("scenarios/templates");
  expect(files.sort()).toEqual(templates.map(({ name }) => `${name}.yaml`).sort());
  for (const file of files) {
    const text = readFileSync(join("scenarios/templates", file), "utf8");
    expect(text.startsWith("# yaml-language-server: $schema=../schema.json\n# ")).toBe(true);
    expect(text).toContain('"validate"');
  }
});
