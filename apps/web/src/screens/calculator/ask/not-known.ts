/** "Not known" as each kind of fact takes it: as null in the dossier, as "no", or not at all. */
import type { Fact } from "@zhengdui/policy";
import { t } from "../../../words/t.ts";

/** Has the dossier contract a word for it? For the others the question stays open, and the measure with it. */
export const knowsNull = ({ presence }: Fact): boolean => presence !== "required" && presence !== "nullable";

/** What isn't stated counts as "no" where the contract says so; the button says so too. `needed`: it may be absent, but not of this applicant. */
export function unknownWord({ presence }: Fact, needed: boolean): string {
  if (needed) return t("不知道");
  if (presence === "optional") return t("没有，或不清楚");
  return presence === "unknowable" ? t("还没有定，或不知道") : t("不知道");
}
