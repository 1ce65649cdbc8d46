/** One measure: its clause, its status and amount at a glance; opened, the whole reason. Draws any measure of any policy. */

import type { GivenUp, ItemWhy, MeasureResult, MeasureWhy } from "@zhengdui/contract";
import type { ReactNode } from "react";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, isForeign, t } from "../../words/t.ts";
import { amountOf, exactAmount, figureOf, figureUnit } from "../figures/amount.ts";
import { fenOf } from "../figures/money.ts";
import { Conditions } from "./conditions.tsx";
import type { NameFact } from "./fact-words.ts";
import { changeWords, Gaps, isProgress, proviso } from "./gaps.tsx";
import { GivenUpList } from "./given-up.tsx";
import { Items } from "./items.tsx";
import { statusWord } from "./mark-words.ts";
import { Marks } from "./marks.tsx";
import { type ReadingOf, Reckoning } from "./reckoning.tsx";
import { Sentence } from "./sentence.tsx";

export interface MeasureCardProps {
  readonly measure: MeasureResult;
  readonly why: MeasureWhy | undefined;
  readonly itemName: (item: ItemWhy) => string;
  readonly readingOf: ReadingOf;
  /** 第二条第（二）项 */
  readonly clauseLabel: string;
  /** 补助, 补贴, 奖励 … */
  readonly noun: string;
  readonly sentences: readonly string[];
  /** The words that make the rule's figures. */
  readonly figures: readonly string[];
  readonly givenUp: readonly GivenUp[];
  readonly titleOf: (measure: string) => string;
  readonly nameFact: NameFact;
  /** In place of amount and status. */
  readonly figure?: ReactNode;
  /** In place of the reason that the result alone gives. */
  readonly lines?: readonly ReactNode[];
  /** Below the reasons. */
  readonly children?: ReactNode;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

export function MeasureCard(props: MeasureCardProps) {
  const { measure, clauseLabel, open, onToggle } = props;
  return (
    <details
      className={`measure measure-${measure.status}`}
      id={`measure-${measure.id}`}
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary className="measure-head">
        <span className="measure-name">
          <span className="measure-clause" lang={chinese()}>
            {clauseLabel}
          </span>
          <span className="measure-title" lang={chinese()}>
            {measure.title}
          </span>
        </span>
        <span className="measure-figure">
          {props.figure ?? (
            <>
              <Figure measure={measure} />
              <span className={`status status-${measure.status}`}>{statusWord(measure.status)}</span>
            </>
          )}
        </span>
        <Headline {...props} />
      </summary>
      {open ? <Body {...props} /> : null}
    </details>
  );
}

const isGiven = (measure: MeasureResult) =>
  measure.status === "eligible" || measure.status === "undetermined" || measure.status === "not-eligible";

function Figure({ measure }: { readonly measure: MeasureResult }) {
  if (!isGiven(measure)) return null;
  return (
    <span className="measure-amount">
      {figureOf(measure.granted)}
      <span className="unit">{figureUnit()}</span>
    </span>
  );
}

/** The few things worth knowing before the card is opened. */
function Headline({ measure, nameFact, lines: given }: MeasureCardProps) {
  if (!isGiven(measure) && given === undefined) return null;
  const lines = [...(given ?? [reasonLine(measure)]), gapLine(measure, nameFact)].filter((line) => line !== "");
  if (lines.length === 0 && measure.marks.length === 0) return null;
  return (
    <span className="measure-headline">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines keep their order
        <span key={i} className="measure-line">
          {typeof line === "string" ? <Mixed of={line} /> : line}
        </span>
      ))}
      <Marks marks={measure.marks} />
    </span>
  );
}

function reasonLine(measure: MeasureResult): string {
  if (measure.amount !== measure.granted)
    return t("单独测算 {amount}，就高不重复后 {granted}", {
      amount: amountOf(measure.amount),
      granted: amountOf(measure.granted),
    });
  if (measure.status === "undetermined") {
    const open = measure.conditions.find((condition) => condition.holds === null);
    const most = t("待定事项全部成立时 {amount}", { amount: amountOf(measure.potential) });
    return open === undefined ? most : t("{most}；待定：{text}", { most, text: open.text });
  }
  const failing = measure.conditions.find((condition) => condition.holds === false);
  return measure.status === "not-eligible" && failing !== undefined ? t("未满足：{text}", { text: failing.text }) : "";
}

/** Only where the nearest step is one change away. */
function gapLine(measure: MeasureResult, nameFact: NameFact): string {
  const gap = measure.gaps.find(isProgress);
  const [change, second] = gap?.changes ?? [];
  if (gap === undefined || change === undefined || second !== undefined) return "";
  return t("{change}（{proviso}）", {
    change: changeWords(nameFact(change.fact), change.from, change.to),
    proviso: proviso([gap], nameFact),
  });
}

function Body(props: MeasureCardProps) {
  const { measure, why, itemName, readingOf, noun, sentences, figures, givenUp, titleOf, nameFact, children } = props;
  const more = measure.status !== "not-claimed" && (fenOf(measure.potential) ?? 0n) > (fenOf(measure.amount) ?? 0n);
  return (
    <div className="measure-body">
      {sentences.map((sentence) => (
        <Sentence key={sentence} text={sentence} conditions={measure.conditions} figures={figures} />
      ))}
      {isGiven(measure) ? (
        <dl className="ledger">
          <Line label={t("{noun}（单独测算）", { noun })} amount={measure.amount} />
          <Line label={t("就高不重复后")} amount={measure.granted} />
          {more ? <Line label={t("待定事项全部成立时")} amount={measure.potential} /> : null}
        </dl>
      ) : null}
      {measure.conditions.length === 0 ? null : (
        <section>
          <h3>{t("条件")}</h3>
          <Conditions conditions={measure.conditions} nameFact={nameFact} />
        </section>
      )}
      {why === undefined || !isGiven(measure) ? null : <Reckoning why={why} nameOf={itemName} readingOf={readingOf} />}
      {measure.items.length === 0 ? null : <Items items={measure.items} />}
      {givenUp.length === 0 ? null : (
        <section>
          <h3>{t("就高不重复")}</h3>
          <GivenUpList givenUp={givenUp} titleOf={titleOf} />
        </section>
      )}
      {measure.gaps.length === 0 ? null : <Gaps gaps={measure.gaps} nameFact={nameFact} />}
      {children}
    </div>
  );
}

function Line({ label, amount }: { readonly label: string; readonly amount: string }) {
  return (
    <div className="ledger-line">
      <dt>
        <Mixed of={label} />
      </dt>
      <dd>
        {amountOf(amount)}
        {isForeign() ? null : <span className="ledger-yuan">{exactAmount(amount)}</span>}
      </dd>
    </div>
  );
}
