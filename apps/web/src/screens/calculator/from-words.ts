/** Where a dossier on the desk came from, as it is kept and as it is said. An example's title and a file's name say themselves. */
import { t } from "../../words/t.ts";

export const BLANK = "空白申报";
export const LINKED = "分享的链接";

export const fromWords = (from: string): string => (from === BLANK ? t("空白申报") : from === LINKED ? t("分享的链接") : from);
