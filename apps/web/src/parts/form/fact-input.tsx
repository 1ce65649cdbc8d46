/** One fact as a field: label, input by kind, a hint, and what is wrong with it. Draws any fact of any policy. */

import { type Problem, parseDate } from "@zhengdui/basics";
import type { Fact } from "@zhengdui/policy";
import { lazy, Suspense, useId } from "react";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";
import { amountOfFen } from "../figures/amount.ts";
import { fenOf } from "../figures/money.ts";
import { Choice, Choices } from "./choice.tsx";
import { factName, optionName } from "./fact-name.ts";
import type { Json } from "./json.ts";
import { plainWords } from "./problem-words.ts";
import { textOf, tidied, typedValue } from "./typed.ts";

const FieldProblems = lazy(async () => ({ default: (await import("./field-problems.tsx")).FieldProblems }));

export interface FactInputProps {
  readonly fact: Fact;
  /** When it must be there though it is optional; null, or absent: never. */
  readonly needed?: string | null;
  /** As problems write it; also the field's id in the page. */
  readonly path: string;
  readonly value: Json | undefined;
  readonly problems: readonly Problem[];
  readonly onChange: (value: Json | undefined) => void;
}

export function FactInput({ fact, needed = null, path, value, problems, onChange }: FactInputProps) {
  const id = `field:${path}`;
  const note = useId();
  const waiting = value === undefined && problems.length > 0;
  const hint = needed !== null && value === undefined ? plainWords(needed) : problems.length > 0 ? "" : hintOf(fact, value);
  const described = [hint === "" ? "" : `${note}h`, problems.length > 0 ? `${note}p` : ""].filter(Boolean).join(" ") || undefined;
  const grouped = fact.type.kind === "boolean" || fact.type.kind === "options";
  const state = problems.length === 0 ? "" : waiting ? " field-waiting" : " field-wrong";
  return (
    <div className={`field field-${fact.type.kind}${state}`}>
      {grouped ? null : (
        <label className="field-label" htmlFor={id}>
          <Mixed of={factName(fact)} />
          {optionalWord(fact, needed)}
        </label>
      )}
      <Control
        fact={fact}
        id={id}
        value={value}
        described={described}
        wrong={problems.length > 0 && !waiting}
        onChange={onChange}
      />
      {fact.presence === "nullable" && value === undefined && !grouped ? (
        <button
          type="button"
          className="button quiet field-none"
          onClick={() => {
            // The button goes; the field it stood by is where to go on.
            document.getElementById(id)?.focus();
            onChange(null);
          }}
        >
          {t("还没有")}
          <span className="visually-hidden">
            <Mixed of={`${t("：")}${factName(fact)}`} />
          </span>
        </button>
      ) : null}
      {hint === "" ? null : (
        <p className="field-hint" id={`${note}h`}>
          <Mixed of={hint} />
        </p>
      )}
      {problems.length === 0 ? null : (
        <p className="field-problem" id={`${note}p`}>
          {waiting ? (
            t("待填")
          ) : (
            <Suspense>
              <FieldProblems problems={problems} fact={fact} />
            </Suspense>
          )}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly fact: Fact;
  readonly id: string;
  readonly value: Json | undefined;
  readonly described: string | undefined;
  readonly wrong: boolean;
  readonly onChange: (value: Json | undefined) => void;
}

function Control(props: ControlProps) {
  const { fact, id, value, described, wrong, onChange } = props;
  const { type } = fact;
  const text = textOf(value);
  const common = { id, "aria-describedby": described, "aria-invalid": wrong || undefined };
  switch (type.kind) {
    case "boolean":
      return <Choice {...props} />;
    case "options":
      return <Choices {...props} options={type.options} />;
    case "option": {
      const known = type.options.some((option) => option.id === text);
      const none = fact.presence === "required" ? [] : [{ id: "", label: fact.presence === "nullable" ? t("无") : t("不详") }];
      const stray = known || (text === "" && none.length > 0) ? [] : [{ id: text, label: text === "" ? t("请选择") : text }];
      return (
        <select {...common} className="input" value={text} onChange={(e) => onChange(typedValue(fact, e.target.value))}>
          {[...stray, ...none, ...type.options].map((option) => (
            <option key={option.id} value={option.id}>
              {option.id === "" ? option.label : optionName(option)}
            </option>
          ))}
        </select>
      );
    }
    case "date": {
      // A date that isn't one can't be shown in a date field, and must be seen to be mended.
      const kind = text === "" || parseDate(text) !== null ? "date" : "text";
      return (
        <input
          {...common}
          className="input"
          type={kind}
          value={text}
          onChange={(e) => onChange(typedValue(fact, e.target.value))}
        />
      );
    }
    default:
      return (
        <span className="input-with-unit">
          <input
            {...common}
            className={`input input-${type.kind}`}
            type="text"
            inputMode={inputMode(fact)}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder(fact)}
            value={text}
            onChange={(e) => onChange(typedValue(fact, e.target.value))}
            onBlur={() => tidied(fact, value) !== value && onChange(tidied(fact, value))}
          />
          {unitOf(fact) === "" ? null : (
            <span className="unit">
              <Mixed of={unitOf(fact)} />
            </span>
          )}
        </span>
      );
  }
}

function hintOf(fact: Fact, value: Json | undefined): string {
  if (fact.type.kind !== "money") return "";
  const fen = fenOf(textOf(value));
  return fen === null || fen < 10n ** 6n ? "" : t("即 {amount}", { amount: amountOfFen(fen) });
}

function optionalWord(fact: Fact, needed: string | null) {
  return fact.presence === "optional" && needed === null ? <span className="field-optional">{t("选填")}</span> : null;
}

function unitOf({ type }: Fact): string {
  if (type.kind === "money") return t("元");
  return type.kind === "count" || type.kind === "decimal" ? type.unit : "";
}

function inputMode({ type }: Fact): "decimal" | "numeric" | "text" {
  if (type.kind === "money" || type.kind === "decimal" || type.kind === "rate") return "decimal";
  return type.kind === "count" || type.kind === "year" || type.kind === "industry" ? "numeric" : "text";
}

function placeholder(fact: Fact): string | undefined {
  if (fact.presence === "unknowable" || fact.presence === "optional-unknown") return t("不详");
  if (fact.type.kind === "month") return t("年-月，如 2023-06");
  return fact.type.kind === "rate" ? t("如 0.15") : undefined;
}
