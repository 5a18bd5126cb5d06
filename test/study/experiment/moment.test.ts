import { expect, test } from "vitest";
import { momentsOf } from "#study/experiment/moment";
import { rowsOf } from "../../domain/measure/rows.ts";

const place = "canal.transit";

test("where only the twin's queue moves, nothing is told of this one", () => {
  const level = `queue/${place}`;
  const run = rowsOf({
    levels: {
      [level]: [
        [20, 5],
        [40, 0],
      ],
    },
  });
  const twin = rowsOf({
    levels: {
      [level]: [
        [25, 4],
        [27, 0],
      ],
    },
  });
  const moments = momentsOf({ run, twin, baseline: run, baselineTwin: twin }, [place], []);
  const queues = moments.flatMap(({ what, queue }) => (queue ? [[what, queue.before, queue.after]] : []));
  expect(queues).toEqual([
    ["queue-grows", 0, 5],
    ["queue-shrinks", 5, 0],
  ]);
});
