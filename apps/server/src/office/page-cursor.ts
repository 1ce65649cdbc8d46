/** Where the next page of a list begins, as one opaque text in the address. */
import { z } from "zod";

export const writeCursor = (keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString("base64url");

/** As many texts as keys; anything else is refused as no cursor of this list. */
export const cursor = (keys: number) =>
  z
    .string()
    .max(2000)
    .transform((text, context) => {
      const read = z.array(z.string()).length(keys).safeParse(parsed(text));
      if (read.success && !read.data.some((key) => key.includes("\0"))) return read.data;
      context.addIssue("翻页的标记不对，请从第一页开始");
      return z.NEVER;
    });

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

/** One row more than a page was asked for: it says that there is a next page. */
export function pageOf<R>(rows: readonly R[], size: number, keyOf: (row: R) => readonly string[]) {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last !== undefined ? writeCursor(keyOf(last)) : null };
}

export const PAGE_ROWS = 50;
