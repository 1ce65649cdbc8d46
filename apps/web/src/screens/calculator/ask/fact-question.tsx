/** One fact asked: yes and no, one of several, several of several, or a figure; "not known" is always an answer. */
import type { Fact } from "@zhengdui/policy";
import { FactInput } from "../../../parts/form/fact-input.tsx";
import { problemsOf } from "../../../parts/form/form-context.ts";
import { getAt, type Json, pathText } from "../../../parts/form/json.ts";
import { t } from "../../../words/t.ts";
import type { QuestionProps } from "./ask-props.ts";
import { knowsNull, unknownWord } from "./not-known.ts";
import { reasonsFor } from "./reasons.ts";
import { declaredFact } from "./topic.ts";
import { WhyAsked } from "./why-asked.tsx";

export function FactQuestion({ policy, form, skip, skipped, topic, onNext }: QuestionProps<"fact">) {
  const declared = declaredFact(policy, topic.of, topic.key);
  if (declared === null) return null;
  const { record, fact } = declared;
  const path = [topic.of, topic.key];
  const value = getAt(form.dossier, path);
  const problems = value === undefined ? [] : problemsOf(form, path);
  const isSkipped = skipped.includes(pathText(path));
  const answer = (said: Json) => {
    form.change(path, said, fact.label);
    onNext();
  };
  const dontKnow = () => {
    if (knowsNull(fact)) form.change(path, null, fact.label);
    else skip([path], fact.label);
    onNext();
  };
  return (
    <form
      className="question"
      data-topic={pathText(path)}
      onSubmit={(event) => {
        event.preventDefault();
        if (fact.type.kind === "options" && value === undefined) form.change(path, [], fact.label);
        if ((value !== undefined || fact.type.kind === "options") && problems.length === 0) onNext();
      }}
    >
      <p className="question-topic">{record.label}</p>
      <h2 tabIndex={-1}>{questionWords(fact)}</h2>
      {fact.type.kind === "boolean" ? (
        <Picks
          picks={[true, false].map((said) => ({ value: said, label: said ? t("是") : t("否") }))}
          chosen={value}
          onPick={answer}
        />
      ) : fact.type.kind === "option" ? (
        <Picks picks={fact.type.options.map(({ id, label }) => ({ value: id, label }))} chosen={value} onPick={answer} />
      ) : (
        <FactInput
          fact={fact}
          path={pathText(path)}
          value={value}
          problems={problems}
          onChange={(said) => form.change(path, said, fact.label)}
        />
      )}
      <div className="question-actions">
        {fact.type.kind === "boolean" || fact.type.kind === "option" ? null : (
          <button type="submit" className="button primary">
            {t("下一题")}
          </button>
        )}
        <button type="button" className="button" aria-pressed={isSkipped || value === null} onClick={dontKnow}>
          {unknownWord(fact)}
        </button>
      </div>
      <WhyAsked reasons={reasonsFor(policy, topic.of, topic.key, [])} fact={fact} />
    </form>
  );
}

function questionWords(fact: Fact): string {
  switch (fact.type.kind) {
    case "boolean":
      return t("{name}：是不是？", { name: fact.label });
    case "option":
      return t("{name}是哪一种？", { name: fact.label });
    case "options":
      return t("{name}有哪些？（可多选，没有就直接下一题）", { name: fact.label });
    default:
      return t("{name}是多少？", { name: fact.label });
  }
}

interface Pick {
  readonly value: string | boolean;
  readonly label: string;
}

function Picks({
  picks,
  chosen,
  onPick,
}: {
  readonly picks: readonly Pick[];
  readonly chosen: Json | undefined;
  readonly onPick: (value: string | boolean) => void;
}) {
  return (
    <div className="picks">
      {picks.map(({ value, label }) => (
        <button key={String(value)} type="button" className="pick" aria-pressed={chosen === value} onClick={() => onPick(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}
