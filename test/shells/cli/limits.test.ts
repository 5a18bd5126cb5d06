import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { harbour } from "../../domain/small-worlds.ts";
import { FakeIo } from "./fake-io.ts";

/** Who is done at the lock waits for the berth, and who is done there for the lock, for ever. */
function deadlocked(): FakeIo {
  const io = new FakeIo();
  const stations =
    "servers: 1, service: 5 h, room: 0, when-full: block }, lock: { service: 2 h, room: 0, when-full: block";
  const flows = "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 3 h } }";
  const text = harbour(stations, { days: 2, flows }).replace(
    "stations:",
    "vessel-path: [lock, berth, lock], stations:",
  );
  writeFileSync(join(io.folder, "stuck.yaml"), text);
  return io;
}

test.each(["run stuck.yaml --threads 1", "run stuck.yaml --replication 0"])(
  "%s, whose run breaks off at a limit, names it and ends 3",
  async (words) => {
    const io = deadlocked();
    expect(await main(words.split(" "), io, shippedWorkshop)).toBe(3);
    expect(io.stdout).toContain("deadlock: since 2024-01-01T17:00Z");
  },
);
