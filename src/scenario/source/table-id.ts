import type { Section } from "#scenario/source/table-kind";

/** What cells are the ids of: what tables bring, and the classes that their rows name. */
export type NamedSection = Section | "vessels" | "commodities";

/** Words of the language that name nothing by themselves: no id is one of them. */
export const reservedIds: readonly string[] = ["all", "none", "performance", "kind", "baseline"];

const locode: RegExp = /^([A-Z]{2}) ?([A-Z2-9]{3})$/;
const kebab: RegExp = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const idLengthMost = 80;

const letters: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

const prefixes: Readonly<Record<NamedSection, string>> = {
  sites: "site",
  links: "link",
  flows: "flow",
  vessels: "vessel",
  commodities: "commodity",
};

/**
 * The id that a cell is made into, so that equal cells give equal ids: a UN/LOCODE stays (`NL RTM` is
 * `NLRTM`), and so does what is kebab-case; of all else accents go, letters become small, what is neither
 * letter nor digit becomes one `-`. What does not begin with a letter, or is a word of the language such as
 * `all`, gets `site-`, `link-`, `flow-`, `vessel-` or `commodity-` before it. Undefined when no letter or
 * digit is left, or more than 80.
 */
export function idOfCell(text: string, section: NamedSection): string | undefined {
  if (text.length > 4 * idLengthMost) return undefined;
  const isReserved = (id: string): boolean => reservedIds.includes(id);
  if (kebab.test(text) && !isReserved(text)) return text.length <= idLengthMost ? text : undefined;
  const place = locode.exec(text);
  if (place) return `${place[1] ?? ""}${place[2] ?? ""}`;
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[æœøßđðłþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (plain === "") return undefined;
  const id = /^[a-z]/.test(plain) && !isReserved(plain) ? plain : `${prefixes[section]}-${plain}`;
  return id.length <= idLengthMost ? id : undefined;
}
