/** How the amount came about, step by step: each intermediate figure, and the facts and figures of the text it was made of. */

import type { ItemWhy, MeasureWhy, Why } from "@zhengdui/contract";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { whyValue } from "./why-value.ts";

const ITEMS_AT_MOST = 12;

export type ReadingOf = (title: string, id: string) => string;

export interface ReckoningProps {
  readonly why: MeasureWhy;
  /** Name of the item at this index of the measure's list. */
  readonly nameOf: (item: ItemWhy) => string;
  /** The words of a reading, by the title of its interpretation and its id. */
  readonly readingOf: ReadingOf;
}

export function Reckoning({ why, nameOf, readingOf }: ReckoningProps) {
  const items = why.items.filter((item) => item.lets.length > 0 && item.holds !== false);
  if (items.length === 0 && why.body.length === 0) return null;
  return (
    <section>
      <h3>{t("算法")}</h3>
      {items.slice(0, ITEMS_AT_MOST).map((item) => (
        <div key={item.index} className="reckoning">
          {items.length > 1 ? (
            <p className="reckoning-item">
              <Mixed of={nameOf(item)} />
            </p>
          ) : null}
          <ol>
            {[...item.lets, ...(item.amount.because.length > 0 ? [item.amount] : [])].map((step) => (
              <Step key={step.of.label} step={step} readingOf={readingOf} />
            ))}
            <Capped item={item} />
          </ol>
        </div>
      ))}
      {items.length > ITEMS_AT_MOST ? <p className="facts">{t("等 {n} 项", { n: items.length })}</p> : null}
      {why.body.length === 0 ? null : (
        <ol className="reckoning">
          {why.body
            .filter((step) => step.of.kind !== "condition")
            .map((step) => (
              <Step key={`${step.of.kind} ${step.of.label}`} step={step} readingOf={readingOf} />
            ))}
        </ol>
      )}
    </section>
  );
}

/** The item's amount after its own cap, where the cap took something. */
function Capped({ item }: { readonly item: ItemWhy }) {
  const { amount, value } = item;
  if (amount.because.length === 0 || typeof amount.value !== "number" || value >= amount.value) return null;
  return (
    <li className="reckoning-step">
      <span className="reckoning-value">
        {t("单项限额后")} <b>{whyValue({ ...amount, value })}</b>
      </span>
    </li>
  );
}

function Step({ step, readingOf }: { readonly step: Why; readonly readingOf: ReadingOf }) {
  const row = step.because.find((leaf) => leaf.of.kind === "row");
  // Of a table only its row speaks; the figures of the other rows did nothing.
  const leaves = step.because.filter(({ of, value }) =>
    row === undefined ? of.kind !== "count" && value !== null : of.kind === "let" || of.kind === "sum",
  );
  return (
    <li className="reckoning-step">
      <span className="reckoning-value">
        <span lang={chinese()}>{step.of.label}</span>{" "}
        <b>
          <Mixed of={whyValue(step)} />
        </b>
      </span>
      {leaves.length === 0 ? null : (
        <span className="reckoning-from">
          <Mixed of={leaves.map((leaf) => leafWords(leaf, readingOf)).join(t("，"))} />
        </span>
      )}
    </li>
  );
}

const leafWords = (leaf: Why, readingOf: ReadingOf): string =>
  leaf.of.kind === "reading"
    ? t("口径：{reading}", { reading: readingOf(leaf.of.label, String(leaf.value)) })
    : `${leaf.of.label} ${whyValue(leaf)}`;
