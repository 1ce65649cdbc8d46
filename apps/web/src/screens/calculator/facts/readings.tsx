/** The open readings of the text that change a computation: the default, and what another reading would give. */

import type { Interpretation, Policy } from "@zhengdui/policy";
import { type FormContext, problemsOf } from "../../../parts/form/form-context.ts";
import { getAt } from "../../../parts/form/json.ts";
import { chinese, t } from "../../../words/t.ts";

export function Readings({ policy, form }: { readonly policy: Policy; readonly form: FormContext }) {
  const open = policy.interpretations.filter((each) => each.computed && each.readings.length > 1);
  if (open.length === 0) return null;
  return (
    <div className="readings">
      <p className="field-hint">
        {t("条文有多种理解之处，先按默认口径测算；改用其他口径须经工信局会同相关部门集体研究并有会议纪要。")}
      </p>
      {open.map((each) => (
        <Reading key={each.key} of={each} form={form} />
      ))}
    </div>
  );
}

function Reading({ of, form }: { readonly of: Interpretation; readonly form: FormContext }) {
  const path = ["settings", "interpretations", of.key];
  const id = `field:${path.join(".")}`;
  const first = of.readings[0]?.id ?? "";
  const value = getAt(form.dossier, path);
  const problems = problemsOf(form, path);
  return (
    <div className={`field field-wide${problems.length > 0 ? " field-wrong" : ""}`}>
      <label className="field-label" htmlFor={id} lang={chinese()}>
        {of.title}
      </label>
      <select
        id={id}
        className="input"
        lang={chinese()}
        aria-invalid={problems.length > 0 || undefined}
        value={typeof value === "string" ? value : first}
        aria-describedby={`${id}:why ${id}:problems`}
        onChange={(event) => form.change(path, event.target.value === first ? undefined : event.target.value, of.title)}
      >
        {of.readings.map((reading, i) => (
          <option key={reading.id} value={reading.id}>
            {i === 0 ? `${t("（默认）")}${reading.text}` : reading.text}
          </option>
        ))}
      </select>
      <p className="field-hint" id={`${id}:why`} lang={chinese()}>
        {of.why}
      </p>
      <div id={`${id}:problems`} lang={chinese()}>
        {problems.map((problem) => (
          <p key={problem.problem} className="field-problem">
            {problem.problem}
          </p>
        ))}
      </div>
    </div>
  );
}
