/** A verdict in short lines: what decides, what is missing, in whose favour it was given up. */
import { figureOf, figureOfFen } from "../../../parts/figures/amount.ts";
import { t } from "../../../words/t.ts";
import type { DecidingFact, Group, Verdict } from "./verdict.ts";

export const groupWord = (group: Group): string =>
  ({ can: t("能拿"), open: t("还定不下来"), cannot: t("不能拿"), none: t("没有涉及") })[group];

/** "至少 3.00 万元，至多 6.00 万元" */
export function rangeWords({ least, most }: Verdict): string {
  const low = least > 0n ? t("至少 {n} 万元", { n: figureOfFen(least) }) : "";
  const high = most === null ? t("上限还说不准") : t("至多 {n} 万元", { n: figureOfFen(most) });
  return [low, high].filter(Boolean).join(t("，"));
}

/** More may come of what is still open. */
export const isRange = ({ group, least, most }: Verdict): boolean =>
  (group === "can" || group === "open") && (most === null || most > least);

const FACTS_SHOWN = 4;

export const factWords = ({ name, value, needed }: DecidingFact): string =>
  needed === "" ? t("{name}：{value}", { name, value }) : t("{name}：{value}（须为：{needed}）", { name, value, needed });

/** The one thing that decides, in words; "" for nothing. */
export function decidingWords(verdict: Verdict, titleOf: (measure: string) => string): string {
  const { group, condition, givenUp, missing, isDiscretionary, unclaimed } = verdict;
  if (isDiscretionary && missing.length === 0) return t("一事一议：条款没有算式，另行研究确定");
  if (group === "cannot" && condition?.holds !== false && givenUp.length > 0) {
    const keepers = givenUp.map(({ keptMeasure, keptProgramme }) =>
      keptMeasure !== undefined ? titleOf(keptMeasure) : (keptProgramme ?? t("外部奖补")),
    );
    return t("同一项目就高不重复，由{keeper}保留", { keeper: [...new Set(keepers)].join("、") });
  }
  if (group === "none" && unclaimed !== "") return t("单位条件符合，只是没有{what}。", { what: unclaimed });
  if (condition === null || (group === "open" && missing.length > 0)) return "";
  const reason = condition.holds === null ? t("待定：{text}", { text: condition.text }) : failingWords(condition);
  const facts = condition.facts.slice(0, FACTS_SHOWN).map(factWords);
  return facts.length === 0 ? reason : t("{reason}——{facts}", { reason, facts: facts.join(t("；")) });
}

/** What was demanded is said where the facts don't say it. */
function failingWords({ text, otherwise, facts }: NonNullable<Verdict["condition"]>): string {
  if (otherwise === "") return t("未满足“{text}”", { text });
  return facts.some(({ needed }) => needed !== "") ? otherwise : t("{otherwise}（要求：{text}）", { otherwise, text });
}

export const missingWords = ({ missing }: Verdict): string =>
  missing.length === 0 ? "" : t("还缺：{names}", { names: missing.join(t("、")) });

/** Standing alone and after 就高不重复, where they differ. */
export function reducedWords({ result: { amount, granted } }: Verdict): string {
  if (amount === granted) return "";
  return t("单独测算 {alone} 万元，就高不重复后 {granted} 万元", { alone: figureOf(amount), granted: figureOf(granted) });
}
