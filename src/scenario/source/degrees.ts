const plain: RegExp = /^[-+]?\d+(?:\.\d+)?$/;

/** Degrees, minutes and seconds with their signs or blanks between, and a letter of the compass. */
const marked: RegExp = new RegExp(
  [
    /^(\d{1,3})(?:\s*[°º]\s*|\s+)/,
    /(?:(\d{1,2}(?:\.\d+)?)\s*['′’]?\s*)?/,
    /(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|'')?\s*)?([NSEW])$/,
  ]
    .map(({ source }) => source)
    .join(""),
  "i",
);

/** Decimal degrees with a letter of the compass. */
const lettered: RegExp = /^(\d{1,3}(?:\.\d+)?)\s*[°º]?\s*([NSEW])$/i;

/** As lists of UN/LOCODE have them: `5155N`, `00430E`. */
const joined: RegExp = /^(\d{2,3})(\d{2})([NSEW])$/;

/**
 * Degrees as the language writes them, to 4 decimals, south and west negative: `51.9167` of `51°55'N`, of
 * `51.9167 N` and of `5155N`. There are no thousands of degrees, so a comma between digits is a decimal one:
 * `51,900` is `51.900`. What is written otherwise is left as it is.
 */
export function decimalDegrees(text: string): string {
  if (plain.test(text)) return text;
  const written = text.includes(",") ? text.replace(/(?<=\d),(?=\d)/g, ".") : text;
  const degrees = degreesIn(written);
  return degrees ?? (plain.test(written) ? written : text);
}

/** Degrees that are written with signs, blanks or letters; undefined for what are none. */
function degreesIn(text: string): string | undefined {
  const [, degrees, minutes, side] = joined.exec(text) ?? [];
  if (degrees !== undefined) return signed(Number(degrees) + Number(minutes) / 60, side);
  const [, decimal, letter] = lettered.exec(text) ?? [];
  if (decimal !== undefined) return signed(Number(decimal), letter);
  const [, whole, parts = "0", seconds = "0", compass] = marked.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : signed(Number(whole) + Number(parts) / 60 + Number(seconds) / 3600, compass);
}

function signed(degrees: number, side: string = ""): string {
  const value = Math.round(degrees * 1e4) / 1e4;
  return String(/[SW]/i.test(side) && value > 0 ? -value : value);
}
