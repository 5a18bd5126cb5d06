import type { Page } from "playwright-core";

// These run in the page, which has a DOM that the compiler of the tests does not know: so they are text.

/** Words that reach outside their picture, and boxes that reach outside the page: what they say. */
export function clippedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const shown = (element) => element.getBoundingClientRect().width > 0;
    const pictures = [...document.querySelectorAll("svg[role=img]")].filter(shown);
    const outside = pictures.flatMap((picture) => {
      const box = picture.getBoundingClientRect();
      return [...picture.querySelectorAll("text")].filter((text) => {
        const own = text.getBoundingClientRect();
        return own.left < box.left - 2 || own.right > box.right + 2 || own.top < box.top - 2 || own.bottom > box.bottom + 2;
      }).map((text) => text.textContent);
    });
    const width = document.documentElement.clientWidth;
    const boxes = [...document.querySelectorAll("h1,h2,h3,h4,p,td,th,dt,dd,li,figcaption,pre")].filter(shown);
    const wide = boxes.filter((box) => box.getBoundingClientRect().right > width + 1 && !box.closest(".scroll"));
    return [...outside, ...wide.map((box) => box.textContent)];
  })()`);
}

/** Words of the pictures that a page shows, each with the size of its letters in points of 1/72 inch. */
export function printedLetters(
  page: Page,
): Promise<readonly { readonly words: string; readonly points: number }[]> {
  return page.evaluate(`[...document.querySelectorAll("svg text, svg tspan")]
    .filter((text) => text.checkVisibility() && text.textContent.trim() !== "")
    .map((text) => {
      const picture = text.ownerSVGElement;
      const box = picture.getBoundingClientRect();
      const drawn = picture.viewBox.baseVal;
      const scale = Math.min(box.width / drawn.width, box.height / drawn.height);
      const pixels = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      return { words: text.textContent, points: pixels * 0.75 };
    })`);
}

/** How many pieces of text a page shows, a piece for each line of each text. */
export async function shownPieces(page: Page): Promise<number> {
  return page.evaluate<number>(`(${piecesScript})().length`);
}

/**
 * Pieces of text that lie over each other anywhere on the page, in HTML or in pictures: what both say. The
 * fifth of a line above and below its small letters may touch.
 */
export function overlappingWords(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const pieces = (${piecesScript})().sort((one, other) => one.top - other.top);
    const found = [];
    for (let index = 0; index < pieces.length; index += 1) {
      const one = pieces[index];
      for (let next = index + 1; next < pieces.length && pieces[next].top < one.bottom - 1; next += 1) {
        const other = pieces[next];
        if (one.left < other.right - 1 && other.left < one.right - 1) found.push(one.words + " | " + other.words);
      }
    }
    return found;
  })()`);
}

/** Every line of every text that is seen, without what its boxes cut off. */
const piecesScript = `() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pieces = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const words = node.textContent.trim();
    if (words === "" || parent.closest("title,style,defs") !== null) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const slack = line.height / 5;
      const box = { left: line.left, right: line.right, top: line.top + slack, bottom: line.bottom - slack };
      for (let outer = parent; outer !== null; outer = outer.parentElement) {
        if (getComputedStyle(outer).overflow === "visible") continue;
        const room = outer.getBoundingClientRect();
        box.left = Math.max(box.left, room.left);
        box.right = Math.min(box.right, room.right);
        box.top = Math.max(box.top, room.top);
        box.bottom = Math.min(box.bottom, room.bottom);
      }
      if (box.right > box.left && box.bottom > box.top) pieces.push({ words, ...box });
    }
  }
  return pieces;
}`;
