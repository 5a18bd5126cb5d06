const widest = 110;

/** A paragraph in lines that fit. */
export function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && longer.length <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A block of YAML. */
export function yamlBlock(text: string): readonly string[] {
  return ["```yaml", ...text.split("\n"), "```"];
}

/** A key with its value, a map in braces, which gets a line for each of its keys when it is long. */
export function yamlEntry(key: string, value: string): string {
  const line = `${key}: ${value}`;
  if (line.length <= 80 || !value.startsWith("{")) return line;
  return [`${key}:`, ...entriesOf(value).map((entry) => `  ${entry}`)].join("\n");
}

/** The entries of a map in braces. */
function entriesOf(map: string): readonly string[] {
  const entries: string[] = [];
  let entry = "";
  let depth = 0;
  for (const character of `${map.slice(1, -1).trim()},`) {
    if ("{[".includes(character)) depth += 1;
    if ("}]".includes(character)) depth -= 1;
    if (character === "," && depth === 0) {
      entries.push(entry.trim());
      entry = "";
    } else entry += character;
  }
  return entries;
}
