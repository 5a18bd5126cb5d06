import { expect, it } from "vitest";
import { element } from "#shells/figure/markup";
import { unbroken } from "#shells/figure/no-break";

/** With `~` for a space that breaks no line. */
const marked = (words: string): string => unbroken(words).replaceAll("\u00a0", "~");

it.each([
  ["its 95 % interval", "its 95~% interval"],
  ["+0.5 % or −12 %.", "+0.5~% or −12~%."],
  ["9.31 days, 1 hour and 8 min", "9.31~days, 1~hour and 8~min"],
  ["12 kn over 1,200 km", "12~kn over 1,200~km"],
  ["1.23 million USD a day", "1.23~million~USD a day"],
  ["72 to 76 a day", "72 to 76~a day"],
  ["23 Mar 2021 05:40 UTC", "23~Mar 2021 05:40~UTC"],
  ["14 vessels for 20 TEU", "14~vessels for 20~TEU"],
])("%s keeps its numbers with their units", (words, kept) => {
  expect(marked(words)).toBe(kept);
});

it("breaks lines everywhere else", () => {
  for (const words of [
    "2 more measures",
    "20 to 30",
    "3 of 100 unaffected",
    "in 5 harbours",
    "a day of 9 May",
  ])
    expect(marked(words).replace("9~May", "9 May")).toBe(words);
});

it("holds in all that a page says, but not in commands and pictures", () => {
  const words = "until 14 d";
  expect(element("p", {}, ["so ", words]).toString()).toBe("<p>so until 14\u00a0d</p>");
  for (const plain of ["code", "pre", "text", "title"])
    expect(element(plain, {}, [words]).toString()).toBe(`<${plain}>${words}</${plain}>`);
});
