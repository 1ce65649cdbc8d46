/** The conditions of a measure, each said once, with its answer and the facts that gave it, item by item where items differ. */

import type { ConditionResult } from "@zhengdui/contract";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { type NameFact, valueWords } from "./fact-words.ts";

/** Where all are alike, a few show enough. */
const ALIKE_AT_MOST = 3;
const DIFFERING_AT_MOST = 8;

interface Group {
  readonly text: string;
  /** undefined: holds for some items and not for others. */
  readonly holds: boolean | null | undefined;
  readonly cases: readonly ConditionResult[];
  /** How many of them to draw. */
  readonly shown: number;
}

export function Conditions({
  conditions,
  nameFact,
}: {
  readonly conditions: readonly ConditionResult[];
  readonly nameFact: NameFact;
}) {
  return (
    <ul className="conditions">
      {groupsOf(conditions).map(({ text, holds, cases, shown }) => (
        <li key={`${text} ${cases[0]?.quote}`} className="condition">
          <Answer holds={holds} />
          <div>
            <p className="condition-text" lang={chinese()}>
              {text}
            </p>
            {cases.slice(0, shown).map((each, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cases keep their order, and two may read the same
              <Facts key={i} of={each} nameFact={nameFact} differs={holds === undefined} />
            ))}
            {cases.length > shown ? <p className="facts">{t("等 {n} 项", { n: cases.length })}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** One condition asked of many items is one line; the cases that fail or stay open come first. */
export function groupsOf(conditions: readonly ConditionResult[]): Group[] {
  const groups = new Map<string, ConditionResult[]>();
  for (const condition of conditions) {
    const key = `${condition.clause} ${condition.quote} ${condition.text}`;
    groups.set(key, [...(groups.get(key) ?? []), condition]);
  }
  const rank = ({ holds }: ConditionResult) => (holds === false ? 0 : holds === null ? 1 : 2);
  return [...groups.values()].map((cases) => {
    const holds = cases[0]?.holds ?? null;
    const alike = cases.every((each) => each.holds === holds);
    const shown = alike ? ALIKE_AT_MOST : DIFFERING_AT_MOST;
    return {
      text: cases[0]?.text ?? "",
      holds: alike ? holds : undefined,
      cases: cases.toSorted((a, b) => rank(a) - rank(b)),
      shown,
    };
  });
}

function Answer({ holds }: { readonly holds: boolean | null | undefined }) {
  const [className, sign, word] = answerOf(holds);
  return (
    <span className={`answer answer-${className}`}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{`${word}${t("：")}`}</span>
    </span>
  );
}

function answerOf(holds: boolean | null | undefined): readonly [string, string, string] {
  if (holds === undefined) return ["some", "◐", t("部分满足")];
  if (holds === null) return ["open", "?", t("待定")];
  return holds ? ["yes", "✓", t("满足")] : ["no", "✗", t("不满足")];
}

function Facts({
  of,
  nameFact,
  differs,
}: {
  readonly of: ConditionResult;
  readonly nameFact: NameFact;
  readonly differs: boolean;
}) {
  const entries = Object.entries(of.facts).map(([path, value]) => ({ path, value, words: nameFact(path) }));
  if (entries.length === 0) return null;
  const row = entries[0]?.words.row ?? "";
  return (
    <dl className="facts">
      {row === "" ? null : (
        <div className="fact">
          <dt className="fact-row">
            {differs ? <span className={`case case-${answerOf(of.holds)[0]}`}>{answerOf(of.holds)[2]}</span> : null}
            <Mixed of={row} />
          </dt>
          <dd className="visually-hidden">{t("：")}</dd>
        </div>
      )}
      {entries.map(({ path, value, words }) => (
        <div key={path} className="fact">
          <dt>
            <Mixed of={words.label} />
          </dt>
          <dd>
            <Mixed of={valueWords(words, value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
