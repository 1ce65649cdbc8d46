/** The measures by verdict, each group with its count; opened, the whole reason of one, its next step and its picture. */

import type { Measure, Policy } from "@zhengdui/policy";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { figureOf } from "../../../parts/figures/amount.ts";
import { namesOf } from "../../../parts/why/fact-words.ts";
import { MeasureCard } from "../../../parts/why/measure-card.tsx";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { Assessed } from "./assessed.ts";
import { NextStep } from "./next-step.tsx";
import type { StandingPicture } from "./standing-picture.ts";
import { GROUPS, type Group, type Verdict } from "./verdict.ts";
import { decidingWords, groupWord, isRange, missingWords, rangeWords, reducedWords } from "./verdict-words.ts";

export interface GroupsProps {
  readonly policy: Policy;
  readonly last: Assessed;
  readonly verdicts: readonly Verdict[];
  readonly pictureOf: (measure: Measure) => StandingPicture | null;
  readonly stale: boolean;
}

export function Groups(props: GroupsProps) {
  const { policy, verdicts, stale } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  useUnfoldedPrint(open, setOpen, verdicts);
  const isAll = open.size === policy.measures.length;
  const toggle = (id: string, on: boolean) => {
    if (open.has(id) !== on) setOpen(new Set(on ? [...open, id] : [...open].filter((each) => each !== id)));
  };
  return (
    <section className="column-result" aria-labelledby="result-title" id="result" tabIndex={-1}>
      <div className="column-head">
        <h2 id="result-title">{t("逐条结果")}</h2>
        <button
          type="button"
          className="button quiet"
          onClick={() => setOpen(new Set(isAll ? [] : policy.measures.map(({ id }) => id)))}
        >
          {isAll ? t("全部收起") : t("全部展开")}
        </button>
      </div>
      <Counts verdicts={verdicts} />
      <div className={stale ? "measures-of stale" : "measures-of"}>
        {GROUPS.map((group) => {
          const own = verdicts.filter((verdict) => verdict.group === group);
          return own.length === 0 ? null : (
            <section key={group} className={`group group-${group}`} aria-labelledby={`group-${group}`}>
              <h3 id={`group-${group}`} className="group-title" tabIndex={-1}>
                {groupWord(group)} <span className="group-count">{t("{n} 条", { n: own.length })}</span>
              </h3>
              <div className={stale ? "measures stale" : "measures"}>
                {own.map((verdict) => (
                  <Card key={verdict.measure.id} {...props} verdict={verdict} open={open} toggle={toggle} />
                ))}
              </div>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function Counts({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const count = (group: Group) => verdicts.filter((verdict) => verdict.group === group).length;
  return (
    <ul className="counts" aria-label={t("各类有几条")}>
      {GROUPS.map((group) => (
        <li key={group} className={`count count-${group}`}>
          <span className="count-word">{groupWord(group)}</span>
          <b>{count(group)}</b>
        </li>
      ))}
    </ul>
  );
}

interface CardProps extends GroupsProps {
  readonly verdict: Verdict;
  readonly open: ReadonlySet<string>;
  readonly toggle: (id: string, on: boolean) => void;
}

function Card({ policy, last, pictureOf, verdict, open, toggle }: CardProps) {
  const { measure, result } = verdict;
  const names = useMemo(() => namesOf(policy, last.dossier), [policy, last.dossier]);
  const clause = policy.clauses.find(({ id }) => id === measure.clause);
  const titleOf = (id: string) => policy.measures.find((each) => each.id === id)?.title ?? id;
  const isOpen = open.has(measure.id);
  return (
    <MeasureCard
      measure={result}
      why={last.why[policy.measures.indexOf(measure)]}
      readingOf={(title, id) =>
        policy.interpretations.find((each) => each.title === title)?.readings.find((reading) => reading.id === id)?.text ?? id
      }
      itemName={(item) => result.items[item.index]?.id ?? t("第 {n} 项", { n: item.index + 1 })}
      clauseLabel={clause?.label ?? measure.clause}
      noun={measure.noun}
      sentences={clause?.sentences ?? []}
      figures={policy.params.filter((param) => param.clause === measure.clause).flatMap((param) => param.words)}
      givenUp={verdict.givenUp}
      titleOf={titleOf}
      nameFact={names}
      figure={<Figure verdict={verdict} />}
      lines={linesOf(verdict, titleOf)}
      open={isOpen}
      onToggle={(on) => toggle(measure.id, on)}
    >
      {isOpen ? <NextStep policy={policy} year={last.result.year} result={result} picture={pictureOf(measure)} /> : null}
    </MeasureCard>
  );
}

function Figure({ verdict }: { readonly verdict: Verdict }) {
  const { group, result, isDiscretionary, measure } = verdict;
  const word = isDiscretionary ? t("一事一议") : measure.form.kind === "no-subsidy" ? t("不涉及补助") : groupWord(group);
  return (
    <>
      {group === "can" ? (
        <span className="measure-amount">
          {figureOf(result.granted)}
          <span className="unit">{t("万元")}</span>
        </span>
      ) : null}
      <span className={`status verdict-${group}`}>{word}</span>
    </>
  );
}

function linesOf(verdict: Verdict, titleOf: (measure: string) => string): ReactNode[] {
  const range = isRange(verdict) && !verdict.isDiscretionary ? rangeWords(verdict) : "";
  const missing = missingWords(verdict);
  const deciding = decidingWords(verdict, titleOf);
  return [
    reducedWords(verdict),
    range === "" ? (
      ""
    ) : (
      <span key="range" className="measure-range">
        <Mixed of={range} />
      </span>
    ),
    deciding === "" ? (
      ""
    ) : (
      <span key="deciding" className="measure-deciding">
        <Mixed of={deciding} />
      </span>
    ),
    missing === "" ? (
      ""
    ) : (
      <span key="missing">
        <Mixed of={missing} /> <a href="#ask">{t("去回答")}</a>
      </span>
    ),
  ];
}

/** Paper can't be unfolded: for printing, every measure that was claimed, or may yet bring something, is open. */
function useUnfoldedPrint(
  open: ReadonlySet<string>,
  setOpen: (open: ReadonlySet<string>) => void,
  verdicts: readonly Verdict[],
): void {
  const before = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const unfold = () => {
      // Said twice, the first time counts.
      before.current ??= open;
      const claimed = verdicts.filter(({ result }) => result.status !== "not-claimed" && result.status !== "no-subsidy");
      flushSync(() => setOpen(new Set(claimed.map(({ measure }) => measure.id))));
    };
    const fold = () => {
      if (before.current !== null) setOpen(before.current);
      before.current = null;
    };
    window.addEventListener("beforeprint", unfold);
    window.addEventListener("afterprint", fold);
    return () => {
      window.removeEventListener("beforeprint", unfold);
      window.removeEventListener("afterprint", fold);
    };
  }, [open, setOpen, verdicts]);
}
