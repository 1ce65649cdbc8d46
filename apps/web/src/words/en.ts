/** The page in English: every word it says, by the Chinese it says it for. A test holds it against the sources. */
import { ASK } from "./en/ask.ts";
import { COMPARE } from "./en/compare.ts";
import { FORM } from "./en/form.ts";
import { MONEY } from "./en/money.ts";
import { PAGE } from "./en/page.ts";
import { READING } from "./en/reading.ts";
import { RESULT } from "./en/result.ts";
import type { Catalogue } from "./t.ts";

export const EN: Catalogue = { ...PAGE, ...ASK, ...FORM, ...RESULT, ...MONEY, ...COMPARE, ...READING };
