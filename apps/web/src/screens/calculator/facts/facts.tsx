/** The whole dossier as a form: every record and list of the policy, for those who would rather see all of it. */
import type { Problem } from "@zhengdui/basics";
import { FactForm } from "../../../parts/form/fact-form.tsx";
import type { FormContext } from "../../../parts/form/form-context.ts";
import { namesOf } from "../../../parts/why/fact-words.ts";
import type { Loaded } from "../../../server.ts";
import { t } from "../../../words/t.ts";
import { YearChoice } from "../year-choice.tsx";
import { Problems } from "./problems.tsx";
import { Readings } from "./readings.tsx";

export interface FactsProps {
  readonly loaded: Loaded;
  readonly form: FormContext;
  readonly problems: readonly Problem[];
  readonly onReveal: (path: string) => void;
}

export function Facts({ loaded, form, problems, onReveal }: FactsProps) {
  const { policy } = loaded;
  return (
    <section className="facts-view" aria-labelledby="form-title" id="form">
      <h2 id="form-title">{t("申报资料")}</h2>
      <Problems problems={problems} nameFact={namesOf(policy, form.dossier)} onReveal={onReveal} />
      <YearChoice years={policy.years} form={form} />
      <FactForm
        schema={policy.facts}
        form={form}
        noteOf={(id) => clauseOf(loaded, id)}
        extra={{ record: "settings", content: <Readings policy={policy} form={form} /> }}
      />
    </section>
  );
}

/** The clauses whose measures read this record or list. */
function clauseOf({ policy }: Loaded, id: string): string {
  const within = (list: string) => list === id || list.startsWith(`${id}.`);
  const ids = policy.measures
    .filter(({ form }) => {
      if (form.kind === "tally") return form.tallies.some((tally) => within(tally.list));
      return form.kind !== "no-subsidy" && within(form.list);
    })
    .map((measure) => policy.clauses.find((clause) => clause.id === measure.clause)?.label ?? measure.clause);
  return ids.join("、");
}
