/** The policy year of the dossier. */
import { type FormContext, problemsOf } from "../../parts/form/form-context.ts";
import { getAt } from "../../parts/form/json.ts";

export function YearChoice({ years, form }: { readonly years: readonly number[]; readonly form: FormContext }) {
  const chosen = getAt(form.dossier, ["year"]);
  const problems = problemsOf(form, ["year"]);
  return (
    <fieldset className={`choice year-choice${problems.length > 0 ? " field-wrong" : ""}`} id="field:year" tabIndex={-1}>
      <legend className="field-label">政策年度</legend>
      <div className="segments">
        {years.map((year) => (
          <label key={year} className="segment">
            <input type="radio" name="year" checked={chosen === year} onChange={() => form.change(["year"], year, "政策年度")} />
            <span>{year} 年度</span>
          </label>
        ))}
      </div>
      {problems.map((problem) => (
        <p key={problem.problem} className="field-problem">
          {problem.problem}
        </p>
      ))}
    </fieldset>
  );
}
