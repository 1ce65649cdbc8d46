/** Amounts as the page's language writes them: 20.15 万元 in Chinese, CNY 201,500.00 in English. In: 元 as a decimal string, or 分. */
import { isForeign, t } from "../../words/t.ts";
import { wan, wanOfFen, yuan, yuanOfFen } from "./money.ts";

export const amountOf = (text: string, least = 2): string => (isForeign() ? `CNY ${yuan(text)}` : `${wan(text, least)} 万元`);

export const amountOfFen = (fen: bigint, least = 2): string =>
  isForeign() ? `CNY ${yuanOfFen(fen)}` : `${wanOfFen(fen, least)} 万元`;

/** To the 分, never shortened. */
export const exactAmount = (text: string): string => (isForeign() ? `CNY ${yuan(text)}` : `${yuan(text)} 元`);

/** Without its unit, which stands beside it or above the column. */
export const figureOf = (text: string): string => (isForeign() ? yuan(text) : wan(text));

/** The same of 分. */
export const figureOfFen = (fen: bigint, least = 2): string => (isForeign() ? yuanOfFen(fen) : wanOfFen(fen, least));

export const figureUnit = (): string => t("万元");
