/** The policy year of the dossier. */
import { useId } from "react";
import { type FormContext, problemsOf } from "../../parts/form/form-context.ts";
import { getAt } from "../../parts/form/json.ts";
import { chinese, t } from "../../words/t.ts";

export function YearChoice({ years, form }: { readonly years: readonly number[]; readonly form: FormContext }) {
  const chosen = getAt(form.dossier, ["year"]);
  const said = useId();
  const problems = problemsOf(form, ["year"]);
  return (
    <fieldset
      className={`choice year-choice${problems.length > 0 ? " field-wrong" : ""}`}
      id="field:year"
      tabIndex={-1}
      aria-describedby={said}
    >
      <legend className="field-label">{t("政策年度")}</legend>
      <div className="segments">
        {years.map((year) => (
          <label key={year} className="segment">
            <input
              type="radio"
              name="year"
              checked={chosen === year}
              onChange={() => form.change(["year"], year, t("政策年度"))}
            />
            <span>{t("{year} 年度", { year })}</span>
          </label>
        ))}
      </div>
      <div id={said} lang={chinese()}>
        {problems.map((problem) => (
          <p key={problem.problem} className="field-problem">
            {problem.problem}
          </p>
        ))}
      </div>
    </fieldset>
  );
}
