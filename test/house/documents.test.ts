import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { playPage } from "./played-page.ts";
import { scratchFolder } from "./scratch.ts";

test("whoever follows TUTORIAL.md step by step sees what it prints; else: npm run tutorial", async () => {
  const page = readFileSync("TUTORIAL.md", "utf8");
  const { text, codes } = await playPage(page, scratchFolder());
  expect(text).toBe(page);
  // One mistake is shown on purpose, and one check that does not pass.
  expect(codes).toEqual([0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(page.match(/^## \d+\. /gm)).toHaveLength(10);
});

test("a page whose commands print something else, or are none of ours, does not pass", async () => {
  const page = "```sh\nnpm start -- new nothing\n```\n\n```text\nall is well\n```\n";
  const { text, codes } = await playPage(page, scratchFolder());
  expect(codes).toEqual([2]);
  expect(text).toContain('```text\nthere is no template "nothing"');
  await expect(playPage("```sh\nls\n```\n", scratchFolder())).rejects.toThrow("not by: ls");
});
