import { expect, it } from "vitest";
import { readmePath } from "#shells/report/readme-path";

const notes = "Every input was known before; README.md sets what came of it beside what was published.";

it("names the README in the folder that the command runs", () => {
  expect(readmePath("breakwater run scenarios/canal", notes)).toBe("scenarios/canal/README.md");
  expect(readmePath("breakwater run scenarios/canal/ --seed 4", notes)).toBe("scenarios/canal/README.md");
  expect(readmePath("breakwater run scenarios/canal/scenario.yaml", notes)).toBe("scenarios/canal/README.md");
  expect(readmePath("breakwater run 'my scenarios/canal'", notes)).toBe("my scenarios/canal/README.md");
  expect(readmePath("breakwater run scenario.yaml", notes)).toBe("README.md");
});

it("names none that the notes do not speak of, and none without a folder", () => {
  expect(readmePath("breakwater run scenarios/canal", "Origins are assumed.")).toBeUndefined();
  expect(readmePath("breakwater run --seed 4", notes)).toBeUndefined();
});
