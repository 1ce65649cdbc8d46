/** What a complaint about a fact that isn't there says: whose it isn't, which there are, and the nearest. */
import { nearest } from "@zhengdui/basics";

/** `of`: the list or record in words. */
export const factArgs = (name: string, of: string, known: readonly string[]): Readonly<Record<string, string>> => ({
  name,
  of,
  known: known.join("、"),
  nearest: nearest(name, [...known]) ?? "",
});
