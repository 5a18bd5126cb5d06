import { parseHTML } from "linkedom";

/** The part of an element that these tests read. The compiler of this project knows no DOM. */
export interface PageElement {
  readonly id: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
}

/** The document of a page, with plain spaces for those that keep numbers with their units. */
export function parsedPage(page: string): PageElement {
  const window: unknown = parseHTML(page.replaceAll("\u00a0", " "));
  return (window as { readonly document: PageElement }).document; // of the standard's shape
}
