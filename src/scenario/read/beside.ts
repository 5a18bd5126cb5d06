/**
 * `name` seen from the folder of `file`, with `.` and `..` worked out. A leading `/` starts anew. What a
 * folder tree may give out, the library decides that is asked for the result.
 */
export function besideFile(file: string, name: string): string {
  const absolute = name.startsWith("/") || (file.startsWith("/") && !name.startsWith("/"));
  const parts = name.startsWith("/")
    ? []
    : file
        .split("/")
        .slice(0, -1)
        .filter((part) => part !== "" && part !== ".");
  for (const part of name.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts[parts.length - 1] !== "..") parts.pop();
    else parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}

/** Whether a name stays in the folder that it is seen from: no way up, no root, no drive. */
export function staysBeside(name: string): boolean {
  if (name === "" || /^([/\\]|[A-Za-z]:)/.test(name)) return false;
  let depth = 0;
  for (const part of name.split(/[/\\]/)) {
    if (part === "..") depth -= 1;
    else if (part !== "" && part !== ".") depth += 1;
    if (depth < 0) return false;
  }
  return depth > 0;
}
