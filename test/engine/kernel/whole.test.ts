import { expect, test } from "vitest";
import { whole } from "#engine/kernel/whole";
import { Stream } from "#engine/random/stream";

test("durations are rounded as Math.round does, halves up", () => {
  const stream = new Stream("durations are rounded as Math.round does");
  const drawn = Array.from(
    { length: 20_000 },
    () => stream.uniform() * 2 ** Math.floor(stream.uniform() * 52),
  );
  for (const duration of [0, 0.25, 0.5, 1.5, 2.5, 2 ** 52 - 0.5, ...drawn]) {
    if (whole(duration) !== Math.round(duration)) expect.fail(`${duration} becomes ${whole(duration)}`);
  }
});
