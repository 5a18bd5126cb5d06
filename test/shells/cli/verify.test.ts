import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { readCases } from "#study/truth/read-cases";
import { FakeIo } from "./fake-io.ts";
import { fakeWorkshop } from "./fake-workshop.ts";

const text = fakeWorkshop.truth.cases();

/** A workshop that knows only a few quick cases, of which one expects `drop` of Rose's 0.6. */
function quick(drop: number): typeof fakeWorkshop {
  const wanted = ["res-rose", "rel-kofn", "inv-markov-avail", "net-seervada", "inv-eoqd", "scr-order"];
  const rows = (JSON.parse(text) as { id: string; expected?: object }[]).filter(({ id }) =>
    wanted.includes(id),
  );
  const cases = rows.map((row) => (row.id === "res-rose" ? { ...row, expected: { DSER: drop } } : row));
  return { ...fakeWorkshop, truth: { ...fakeWorkshop.truth, cases: () => JSON.stringify(cases) } };
}

async function verified(words: string, drop = 0.6): Promise<{ io: FakeIo; code: number }> {
  const io = new FakeIo();
  const code = await main(["verify", ...words.split(" ").filter((word) => word !== "")], io, quick(drop));
  return { io, code };
}

test("a table for people: every figure, source and verdict, and what is not covered", async () => {
  const { io, code } = await verified("--threads 1");
  expect(code).toBe(0);
  expect(io.stdout).toMatch(
    /res-rose: pass\. [^\n]+\n +DSER +0\.6 +0\.6 +0\.6 +pass\n +Source: Rose 2007; grade B\./,
  );
  expect(io.stdout).toContain("net-seervada: pass in part.");
  expect(io.stdout).toContain(
    'Not covered yet: mst, max_flow, mf_interdict, mf_interdict_argmin; with the part "protect"',
  );
  expect(io.stdout).toContain("chain: inv-eoqd");
  expect(io.stdout).toContain("3 passed; 1 passed in part: net-seervada; 2 not covered yet.");
});

test("a figure that fails ends 1 and is named, also where only the answer is asked for", async () => {
  const { io, code } = await verified("--threads 1 --quiet", 0.7);
  expect(code).toBe(1);
  expect(io.stdout).toContain("FAIL (closed form)");
  expect(io.stdout).toContain("1 failed: res-rose");
  expect(io.stdout).not.toContain("rel-kofn:");
});

test("each figure is told with its unit, bare numbers without one", async () => {
  const { io } = await verified("inv-markov-avail --threads 1");
  expect(io.stdout).toMatch(/ {2}pi_up +0\.75 /);
  expect(io.stdout).toMatch(/ {2}mean_up, periods +10 /);
});

test("the list names every case by topic, those of later parts apart, and runs none", async () => {
  const { io, code } = await verified("--list");
  expect(code).toBe(0);
  expect(io.stdout).toMatch(/^resilience\n {2}res-rose +Direct static economic resilience$/m);
  expect(io.stdout).toContain("Not covered yet, by the part that they come with:\n  chain: inv-eoqd\n");
  expect(io.stdout).not.toContain("expected");
  const document = await verified("--list --json");
  expect(JSON.parse(document.io.stdout)).toMatchObject({
    cases: [{ id: "inv-markov-avail" }, { id: "net-seervada" }, { id: "res-rose", figures: ["DSER"] }, {}],
    notCovered: [{ id: "inv-eoqd", comesWith: "chain" }, { id: "scr-order" }],
  });
});

test("one case, as a document, to a file where asked", async () => {
  const { io, code } = await verified("res-rose --json --threads 1 --out truth.json --seed other");
  expect([code, io.stdout]).toEqual([0, ""]);
  expect(JSON.parse(readFileSync(join(io.folder, "truth.json"), "utf8"))).toMatchObject({
    seed: "other",
    verdict: "pass",
    passed: 1,
    partly: 0,
    failed: 0,
    cases: [
      { id: "res-rose", verdict: "pass", figures: [{ name: "DSER", expected: 0.6, theoryHolds: true }] },
    ],
    notCovered: [],
  });
});

test("a name that no case has, or one of a later part, is said with what would be right", async () => {
  const unknown = await verified("res-rosa");
  expect([unknown.code, unknown.io.stderr]).toEqual([
    2,
    'there is no case "res-rosa"; nearest is "res-rose"\n',
  ]);
  const later = await verified("inv-eoqd");
  expect(later.code).toBe(2);
  expect(later.io.stderr).toContain(
    'inv-eoqd is not covered yet: it comes with the part "chain"; choose from',
  );
});

test("threads change nothing", async () => {
  const given = readCases(text).covered.find(({ id }) => id === "q-tandem-block");
  const workshop = { ...fakeWorkshop, truth: { ...fakeWorkshop.truth, cases: () => short(given) } };
  const documents = await Promise.all(
    ["1", "2"].map(async (threads) => {
      const io = new FakeIo();
      await main(["verify", "--json", "--threads", threads], io, workshop);
      return io.stdout;
    }),
  );
  expect(documents[0]).toContain("q-tandem-block");
  expect(documents[1]).toBe(documents[0]);
});

/** The file of a case with a few short replications. */
function short(given: unknown): string {
  const row = given as { run: object };
  const expected = [0.6666666666667, 0.8333333333333, 1.268571428571];
  return JSON.stringify([
    { ...row, expected, run: { ...row.run, replications: 6, horizon: 300, warmUp: 100 } },
  ]);
}
