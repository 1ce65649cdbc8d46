/** One fact asked: yes and no, one of several, several of several, or a figure; "not known" is always an answer. */

import { neededWhen } from "@zhengdui/engine";
import type { Fact } from "@zhengdui/policy";
import { lazy, useId, useState } from "react";
import { factName, groupName, optionName } from "../../../parts/form/fact-name.ts";
import { problemsOf } from "../../../parts/form/form-context.ts";
import { getAt, type Json, pathText } from "../../../parts/form/json.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { QuestionProps } from "./ask-props.ts";
import { knowsNull, unknownWord } from "./not-known.ts";
import { reasonsFor } from "./reasons.ts";
import { declaredFact } from "./topic.ts";
import { WhyAsked } from "./why-asked.tsx";

// What is picked from a few needs no field; the first questions are such.
export const fetchField = () => import("../../../parts/form/fact-input.tsx");
const FactInput = lazy(async () => ({ default: (await fetchField()).FactInput }));

export function FactQuestion({ policy, form, skip, skipped, topic, onNext }: QuestionProps<"fact">) {
  const title = useId();
  const [tried, setTried] = useState(false);
  const declared = declaredFact(policy, topic.of, topic.key);
  if (declared === null) return null;
  const { record, fact } = declared;
  const path = [topic.of, topic.key];
  const value = getAt(form.dossier, path);
  const problems = value === undefined ? [] : problemsOf(form, path);
  const picks = picksOf(fact);
  const needed = neededWhen(record.checks, fact.key);
  const unknown = unknownWord(fact, needed !== null);
  const isSkipped = skipped.includes(pathText(path));
  const answer = (said: Json) => {
    form.change(path, said, factName(fact));
    onNext();
  };
  const dontKnow = () => {
    if (knowsNull(fact)) form.change(path, null, factName(fact));
    else skip([path], factName(fact));
    onNext();
  };
  return (
    <form
      className="question"
      data-topic={pathText(path)}
      onSubmit={(event) => {
        event.preventDefault();
        if (fact.type.kind === "options" && value === undefined) form.change(path, [], factName(fact));
        if ((value !== undefined || fact.type.kind === "options") && problems.length === 0) return onNext();
        setTried(true);
        event.currentTarget.querySelector("input")?.focus();
      }}
    >
      <p className="question-topic">
        <Mixed of={groupName(record)} />
      </p>
      <h2 tabIndex={-1} id={title}>
        <Mixed of={questionWords(fact)} />
      </h2>
      {picks !== null ? (
        <Picks title={title} picks={picks} chosen={value} onPick={answer} />
      ) : (
        <FactInput
          fact={fact}
          needed={needed}
          path={pathText(path)}
          value={value}
          problems={problems}
          onChange={(said) => form.change(path, said, factName(fact))}
        />
      )}
      {tried && value === undefined ? <NotFilled unknown={unknown} /> : null}
      <div className="question-actions">
        {picks !== null ? null : (
          <button type="submit" className="button primary">
            {t("下一题")}
          </button>
        )}
        <button type="button" className="button" aria-pressed={isSkipped || value === null} onClick={dontKnow}>
          {unknown}
        </button>
      </div>
      <WhyAsked reasons={reasonsFor(policy, topic.of, topic.key, [])} fact={fact} />
    </form>
  );
}

function NotFilled({ unknown }: { readonly unknown: string }) {
  return (
    <p className="field-problem" role="alert">
      {t("还没有填：请填上，或选“{unknown}”", { unknown })}
    </p>
  );
}

function questionWords(fact: Fact): string {
  switch (fact.type.kind) {
    case "boolean":
      return t("{name}：是不是？", { name: factName(fact) });
    case "option":
      return t("{name}是哪一种？", { name: factName(fact) });
    case "options":
      return t("{name}有哪些？（可多选，没有就直接下一题）", { name: factName(fact) });
    default:
      return t("{name}是多少？", { name: factName(fact) });
  }
}

/** Answers that go on by themselves; null where something is typed or ticked. */
function picksOf({ type }: Fact): readonly Pick[] | null {
  if (type.kind === "boolean") return [true, false].map((value) => ({ value, label: value ? t("是") : t("否") }));
  return type.kind === "option" ? type.options.map((option) => ({ value: option.id, label: optionName(option) })) : null;
}

interface Pick {
  readonly value: string | boolean;
  readonly label: string;
}

function Picks({
  title,
  picks,
  chosen,
  onPick,
}: {
  /** Id of the question. */
  readonly title: string;
  readonly picks: readonly Pick[];
  readonly chosen: Json | undefined;
  readonly onPick: (value: string | boolean) => void;
}) {
  return (
    <fieldset className="picks" aria-labelledby={title}>
      {picks.map(({ value, label }) => (
        <button key={String(value)} type="button" className="pick" aria-pressed={chosen === value} onClick={() => onPick(value)}>
          <Mixed of={label} />
        </button>
      ))}
    </fieldset>
  );
}
