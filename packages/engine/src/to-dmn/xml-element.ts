/** XML as text: elements, attributes, escapes. Characters that XML 1.0 can't hold are left out. */

export type Xml = string;

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const inAttribute = (text: string): string => text.replace(FORBIDDEN, "").replace(/[&<>"\n\t]/g, (c) => ESCAPES[c] ?? c);

/** Text between tags; line ends stay. */
export const xmlText = (text: string): Xml => text.replace(FORBIDDEN, "").replace(/[&<>]/g, (c) => ESCAPES[c] ?? c);

/** A null attribute is left out; children that are "" too. */
export function element(name: string, attributes: Attributes, children: readonly Xml[] = []): Xml {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${inAttribute(String(value))}"`],
  );
  const inner = children.filter((child) => child !== "");
  const open = `<${name}${written.join("")}`;
  return inner.length === 0 ? `${open}/>` : `${open}>\n${inner.join("\n")}\n</${name}>`;
}

/** An element with nothing but text. "" where there is none. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): Xml =>
  text === "" ? "" : element(name, attributes).replace(/\/>$/, `>${xmlText(text)}</${name}>`);
