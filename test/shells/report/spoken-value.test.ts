import { expect, it } from "vitest";
import type { Study } from "#scenario/language/resolved";
import { spokenValue } from "#shells/report/spoken-value";
import { valueText } from "#shells/report/value-text";

const study: Study = { id: "canal", variants: [], names: { suez: "Suez Canal", SGSIN: "Singapore" } };
const units = { "vessels.box-ship.capacity": "TEU", "flows.boxes.size": "TEU" };
const spoken = (value: unknown, path: string): unknown => spokenValue(value, path, { study, units });

it("calls places by their names in policies and disruptions, at any depth", () => {
  const policy = {
    kind: "surge",
    of: ["suez.transit"],
    until: { gauge: "queue", of: ["suez.transit"], "at-most": 25 },
  };
  const words = valueText(spoken(policy, "policies.surge"), "surge");
  expect(words).toContain("of Suez Canal");
  expect(words).not.toContain("suez");
  expect(spoken({ alternates: { SGSIN: { cost: 1 } } }, "policies.lines")).toEqual({
    alternates: { Singapore: { cost: 1 } },
  });
  expect(spoken({ from: "SGSIN", mode: "sea" }, "network.links.north")).toEqual({
    from: "Singapore",
    mode: "sea",
  });
});

it("counts an amount in the unit in which it was written, and nothing else", () => {
  expect(spoken({ capacity: 9000, speed: 8 }, "vessels.box-ship")).toEqual({
    capacity: "9,000 TEU",
    speed: 8,
  });
  expect(spoken(500, "flows.boxes.size")).toBe("500 TEU");
  expect(spoken({ vessels: { lighter: { capacity: 12 } } }, "")).toEqual({
    vessels: { lighter: { capacity: 12 } },
  });
  expect(spokenValue(9000, "vessels.box-ship.capacity", { study, units: undefined })).toBe(9000);
});
