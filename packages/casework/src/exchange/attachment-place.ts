/** Where a claim's attachments lie in a package: a path with {number} in it, * for any part of a name, / at the end for everything below. */

const NUMBER = "{number}";

/** null: it is a place. */
export function placeFault(pattern: string): string | null {
  const parts = pattern.split(NUMBER);
  if (parts.length !== 2) return `路径里要有一次、且只有一次 ${NUMBER}`;
  if (pattern.includes("\\")) return "文件夹之间用 / 隔开";
  if (/^\/|^[A-Za-z]:/.test(pattern) || pattern.split("/").includes("..")) return "路径从申报表所在的文件夹起，不能指向它的外面";
  return /[{}]/.test(parts.join("")) ? "花括号里只能是 number" : null;
}

/** Of a path → the claim's number, among those known; null: the path isn't such a place. A number that nobody knows comes back as it stands. */
export function numberAt(pattern: string, known: ReadonlySet<string>): (path: string) => string | null {
  const whole = pattern.normalize("NFC");
  // A name may hold the sign that follows the number within the number too: the longest reading, else the shortest.
  const readings = ["([^/]+)", "([^/]+?)"].map((number) => new RegExp(`^${expressionOf(whole, number)}$`, "u"));
  return (path) => {
    const found = readings.map((reading) => reading.exec(path)?.[1] ?? null);
    return found.find((one) => one !== null && known.has(one)) ?? found[0] ?? null;
  };
}

function expressionOf(pattern: string, number: string): string {
  const escaped = pattern
    .split(NUMBER)
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, "[^/]*"))
    .join(number);
  return escaped.endsWith("/") ? `${escaped}.+` : escaped;
}
