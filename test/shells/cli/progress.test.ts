import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loggedProgressOn } from "#shells/cli/progress";
import { FakeIo } from "./fake-io.ts";

/** An outside world whose clock is set by hand, ms. */
class ClockedIo extends FakeIo {
  time: number = 5_000;

  override now(): number {
    return this.time;
  }
}

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2024, 1, 1, 12, 0), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** Lets an hour pass by both clocks, as often as there are counts, and tells what is logged. */
function logOf(counts: readonly number[], minutes = 60, quiet = false): readonly string[] {
  const io = new ClockedIo();
  const progress = loggedProgressOn(io, quiet, "futures");
  for (const done of counts) {
    progress.show(done, 1_000);
    io.time += minutes * 60_000;
    vi.setSystemTime(Date.now() + minutes * 60_000);
  }
  progress.stop();
  return io.stderr.split("\n").slice(0, -1);
}

test("each tenth is told with the time of day at which all will be done", () => {
  expect(logOf([0, 120, 190, 240])).toEqual([
    "120 of 1,000 futures, done at about 20:20 UTC",
    "240 of 1,000 futures, done at about 2024-02-02 00:30 UTC",
  ]);
});

test("what an earlier sitting ran took no time of this one", () => {
  // 100 in an hour: the 400 that are left take four.
  expect(logOf([500, 600])).toEqual(["600 of 1,000 futures, done at about 17:00 UTC"]);
});

test("nothing is told before anything says how long it takes, at the end, or where it is quiet", () => {
  expect(logOf([500, 500])).toEqual([]);
  expect(logOf([0, 500], 0.1)).toEqual([]);
  expect(logOf([0, 1_000])).toEqual([]);
  expect(logOf([0, 500], 60, true)).toEqual([]);
});
