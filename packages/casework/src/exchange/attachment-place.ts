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
  const longest = new RegExp(`^${expressionOf(whole, "([^/]+)")}$`, "u");
  return (path) => {
    const found = longest.exec(path)?.[1];
    if (found === undefined) return null;
    // The sign that follows the number may stand within it, and in what follows: the longest one that is known.
    for (let length = found.length; length > 0; length--) {
      const shorter = found.slice(0, length);
      if (known.has(shorter) && new RegExp(`^${expressionOf(whole, escaped(shorter))}$`, "u").test(path)) return shorter;
    }
    return found;
  };
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\*]/g, "\\$&");

function expressionOf(pattern: string, number: string): string {
  const [before = "", after = ""] = pattern.split(NUMBER).map((part) => escaped(part).replaceAll("\\*", "[^/]*"));
  const expression = `${before}${number}${after}`;
  return expression.endsWith("/") ? `${expression}.+` : expression;
}
