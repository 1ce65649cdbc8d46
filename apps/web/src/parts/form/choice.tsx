/** Yes, no and perhaps "not known" as a row of radio buttons; several of a few as a row of check boxes. */

import type { Fact, Option } from "@zhengdui/policy";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";
import { factName, optionName } from "./fact-name.ts";
import { isList, type Json } from "./json.ts";

export interface ChoiceProps {
  readonly fact: Fact;
  readonly id: string;
  readonly value: Json | undefined;
  readonly described: string | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

type Answer = "yes" | "no" | "unknown";

export function Choice({ fact, id, value, described, onChange }: ChoiceProps) {
  const knowsUnknown = fact.presence === "unknowable" || fact.presence === "optional-unknown";
  const answers: readonly Answer[] = knowsUnknown ? ["yes", "no", "unknown"] : ["yes", "no"];
  const chosen = answerOf(fact, value);
  const word = { yes: t("是"), no: t("否"), unknown: fact.presence === "unknowable" ? t("未定") : t("不详") };
  return (
    <fieldset className="choice" aria-describedby={described} id={id} tabIndex={-1}>
      <legend className="field-label">
        <Mixed of={factName(fact)} />
      </legend>
      <div className="segments">
        {answers.map((answer) => (
          <label key={answer} className="segment">
            <input type="radio" name={id} checked={chosen === answer} onChange={() => onChange(valueOfAnswer(fact, answer))} />
            <span>{word[answer]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** null: what stands there is neither; nothing is chosen until it is mended. */
function answerOf(fact: Fact, value: Json | undefined): Answer | null {
  if (value === true) return "yes";
  if (value === false) return "no";
  if (value !== undefined && value !== null) return null;
  if (fact.presence === "optional") return "no";
  return fact.presence === "required" || (fact.presence === "unknowable" && value === undefined) ? null : "unknown";
}

function valueOfAnswer(fact: Fact, answer: Answer): Json | undefined {
  if (answer === "yes") return true;
  if (answer === "no") return fact.presence === "optional" ? undefined : false;
  return fact.presence === "unknowable" ? null : undefined;
}

export function Choices({
  fact,
  id,
  value,
  described,
  options,
  onChange,
}: ChoiceProps & { readonly options: readonly Option[] }) {
  const chosen = isList(value) ? value : [];
  const toggle = (option: string, on: boolean) => {
    const next = on ? [...chosen, option] : chosen.filter((each) => each !== option);
    onChange(next.length === 0 && fact.presence !== "required" ? undefined : next);
  };
  return (
    <fieldset className="choice" aria-describedby={described} id={id} tabIndex={-1}>
      <legend className="field-label">
        <Mixed of={factName(fact)} />
      </legend>
      <div className="boxes">
        {options.map((option) => (
          <label key={option.id} className="box">
            <input type="checkbox" checked={chosen.includes(option.id)} onChange={(e) => toggle(option.id, e.target.checked)} />
            <span>
              <Mixed of={optionName(option)} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
