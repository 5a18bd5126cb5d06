const degrees: RegExp =
  /^([-+]?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′]\s*)?(?:(\d+(?:\.\d+)?)\s*["″]\s*)?([NSEW])?$/;

/**
 * Degrees as the language writes them, north and east positive, to six decimals: `-33.9` for `33.9 S`, `50.8`
 * for `50°48' N`. Undefined for what is no angle.
 */
export function degreesOf(text: string): string | undefined {
  const [, whole, minutes = "0", seconds = "0", side = ""] = degrees.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = whole.startsWith("-") !== /[SW]/.test(side);
  return String(Number((isNegative ? -size : size).toFixed(6)));
}
