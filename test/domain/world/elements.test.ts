import { expect, test } from "vitest";
import { Elements } from "#domain/world/elements";

interface Told {
  readonly elements: Elements;
  readonly element: number;
  readonly told: string[];
}

/** One element that writes down what it is told. */
function told(): Told {
  const elements = new Elements();
  const words: string[] = [];
  const element = elements.add("quay.berth", {
    insideByDefault: "resume",
    close: (inside) => words.push(`close ${inside}`),
    reopen: (inside) => words.push(`reopen ${inside}`),
    scale: (factor) => words.push(`scale ${factor}`),
    scaleServers: (factor) => words.push(`servers ${factor}`),
  });
  return { elements, element, told: words };
}

const [storm, strike, overtime] = [1, 2, 3];

test("closures overlap: it is closed until the last one is lifted, each in its own way", () => {
  const { elements, element, told: words } = told();
  elements.close(element, storm, "resume");
  elements.close(element, strike, "lose");
  elements.reopen(element, storm);
  expect(elements.isClosed(element)).toBe(true);
  elements.reopen(element, strike);
  expect(elements.isClosed(element)).toBe(false);
  expect(words).toEqual(["close resume", "close lose", "reopen resume", "reopen lose"]);
});

test(
  "factors multiply in order of owner, so that the order in which they came leaves no trace in " +
    "the last bit",
  () => {
    const [a, b, c] = [0.1, 0.7, 1.3];
    const forward = told();
    const backward = told();
    forward.elements.scale(forward.element, storm, a);
    forward.elements.scale(forward.element, strike, b);
    forward.elements.scale(forward.element, overtime, c);
    backward.elements.scale(backward.element, overtime, c);
    backward.elements.scale(backward.element, strike, b);
    backward.elements.scale(backward.element, storm, a);
    expect(backward.elements.factor(0)).toBe(forward.elements.factor(0));
    expect(forward.elements.factor(0)).toBe(1 * a * b * c);
  },
);

test("taking a factor back leaves exactly what was there before", () => {
  const { elements, element } = told();
  elements.scale(element, strike, 0.3);
  const before = elements.factor(element);
  elements.scale(element, storm, 0.1);
  elements.scale(element, storm, 1);
  expect(elements.factor(element)).toBe(before);
  elements.scale(element, strike, 1);
  expect(elements.factor(element)).toBe(1);
  expect(elements.isHeld(element)).toBe(false);
});

test("a factor of 1 tells nobody anything", () => {
  const { elements, element, told: words } = told();
  elements.scale(element, storm, 1);
  expect(words).toEqual([]);
  expect(elements.blame(element)).toBe(0);
});

test("a second factor of one owner replaces the first", () => {
  const { elements, element, told: words } = told();
  elements.scale(element, storm, 0.5);
  elements.scale(element, storm, 0.25);
  expect(words).toEqual(["scale 0.5", "scale 0.25"]);
  expect(elements.factor(element)).toBe(0.25);
});

test("who closed or cut last is to blame, also afterwards, until the queue is empty", () => {
  const { elements, element } = told();
  elements.close(element, storm, "resume");
  elements.scale(element, strike, 0.5);
  expect(elements.blame(element)).toBe(strike);
  elements.scale(element, strike, 1);
  elements.reopen(element, storm);
  expect(elements.blame(element)).toBe(strike);
  elements.absolve(element);
  expect(elements.blame(element)).toBe(0);
});

test("once the queue is empty only what still acts is to blame, not what came last and went", () => {
  const { elements, element } = told();
  elements.scale(element, storm, 0.9);
  elements.close(element, strike, "resume");
  elements.reopen(element, strike);
  expect(elements.blame(element)).toBe(strike);
  elements.absolve(element);
  expect(elements.blame(element)).toBe(storm);
});

test("a surge that goes on keeps nobody's blame alive", () => {
  const { elements, element } = told();
  elements.close(element, storm, "resume");
  elements.scale(element, overtime, 1.5);
  elements.reopen(element, storm);
  elements.absolve(element);
  expect(elements.blame(element)).toBe(0);
});

test("whoever slowed it last, and still does, slowed it; a closure and a surge slow nobody", () => {
  const { elements, element } = told();
  elements.close(element, storm, "resume");
  elements.scale(element, overtime, 2);
  expect(elements.slowedBy(element)).toBe(0);
  elements.scale(element, strike, 0.5);
  expect(elements.slowedBy(element)).toBe(strike);
  elements.scale(element, strike, 1);
  expect(elements.slowedBy(element)).toBe(0);
});

test("servers scale apart from pace, and theirs multiply too", () => {
  const { elements, element, told: words } = told();
  elements.scaleServers(element, storm, 0.5);
  elements.scaleServers(element, strike, 0.5);
  elements.scaleServers(element, storm, 1);
  expect(words).toEqual(["servers 0.5", "servers 0.25", "servers 0.5"]);
  expect(elements.factor(element)).toBe(1);
});

test("what was never done cannot be taken back, and an id is added once", () => {
  const { elements, element } = told();
  expect(() => elements.reopen(element, storm)).toThrow("was acting");
  expect(() =>
    elements.add("quay.berth", { insideByDefault: "finish", close() {}, reopen() {}, scale() {} }),
  ).toThrow("added once");
  expect(() => elements.number("quay.gate")).toThrow("quay.gate exists");
});

test("watchers hear of each change of the queue, and stay through a reset, which lifts all that acts", () => {
  const { elements, element } = told();
  let heard = 0;
  elements.watch(element, () => heard++);
  elements.touch(element);
  elements.close(element, storm, "finish");
  elements.reset();
  elements.touch(element);
  expect(heard).toBe(2);
  expect(elements.isHeld(element)).toBe(false);
  expect(elements.blame(element)).toBe(0);
});

test("an element without admissions of its own has no rate", () => {
  const { elements, element } = told();
  expect(elements.ownRatePerDay(element)).toBe(Infinity);
  expect(elements.insideByDefault(element)).toBe("resume");
});
