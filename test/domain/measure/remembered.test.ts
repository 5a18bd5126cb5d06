import { expect, it } from "vitest";
import type { Rows } from "#domain/measure/measure-kind";
import { remembered } from "#domain/measure/remembered";
import { rowsOf } from "./rows.ts";

it("works out the same for rows and ids once, and anew for other rows, other ids, and all", () => {
  const asked: string[] = [];
  const length = remembered((_, ids: readonly string[] | "all") => {
    asked.push(String(ids));
    return ids.length;
  });
  const [one, other] = [rowsOf({}), rowsOf({})];
  expect([length(one, ["a"]), length(one, ["a"]), length(one, ["a", "b"])]).toEqual([1, 1, 2]);
  expect([length(other, ["a"]), length(one, "all"), length(one, ["all"])]).toEqual([1, 3, 1]);
  expect(asked).toEqual(["a", "a,b", "a", "all", "all"]);
});

it("works out what a run and a twin give once, and anew for another twin", () => {
  const asked: unknown[] = [];
  const isSame = remembered((run, twin: Rows) => {
    asked.push(twin);
    return run === twin;
  });
  const [run, twin] = [rowsOf({}), rowsOf({})];
  expect([isSame(run, twin), isSame(run, run), isSame(run, twin)]).toEqual([false, true, false]);
  expect(asked).toEqual([twin, run]);
});
