import { expect, test } from "vitest";
import { FlowMarks } from "#domain/traffic/flow-marks";
import { Marks } from "#engine/random/mark";

const flows = [
  { id: "boxes", number: 70_000 },
  { id: "oil", number: 1 },
] as const;

test("the draws of a flow are those of its mark, in any order and in every replication", () => {
  const marks = new Marks("flow-marks", 0);
  const services = new FlowMarks(marks, "service", "quay.berth");
  for (const replication of [0, 5]) {
    marks.reset(replication);
    for (const flow of [...flows, ...flows]) {
      const mark = marks.at(flow.id, "service", "quay.berth");
      expect(services.uniform(flow, 17, 2)).toBe(mark.uniform(17, 2));
      expect(services.uniform(flow, 17)).toBe(mark.uniform(17, 0));
    }
  }
});

test("a mark is looked up when its flow first draws, and once", () => {
  const marks = new Marks("flow-marks", 0);
  const asked: string[] = [];
  const watched = Object.assign(Object.create(marks) as Marks, {
    at: (...names: Parameters<Marks["at"]>) => {
      asked.push(names.join(" "));
      return marks.at(...names);
    },
  });
  const services = new FlowMarks(watched, "service", "quay.berth");
  expect(asked).toEqual([]);
  for (const ordinal of [0, 1, 2]) services.uniform(flows[0], ordinal);
  expect(asked).toEqual(["boxes service quay.berth"]);
});
