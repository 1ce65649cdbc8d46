/** The page's words. Chinese is the page's own language and its key; another language is a catalogue from Chinese to it. */

export type Catalogue = Readonly<Record<string, string>>;
export type Language = "zh" | "en";

let catalogue: Catalogue | null = null;

/** null: Chinese. Whoever sets it draws the page anew. */
export function speak(words: Catalogue | null): void {
  catalogue = words;
}

export const isForeign = (): boolean => catalogue !== null;

/** The `lang` of what stays Chinese on a page in another language: the law, and what the policy calls things. */
export const chinese = (): "zh-CN" | undefined => (isForeign() ? "zh-CN" : undefined);

/** "共 {n} 项" with { n: 3 } → "共 3 项". What a catalogue lacks is said in Chinese. */
export function t(words: string, values: Readonly<Record<string, string | number>> = {}): string {
  const said = catalogue?.[words] ?? words;
  return said.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
