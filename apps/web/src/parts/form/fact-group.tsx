/** The facts of one record or row: what must be said first, what may be said folded away unless it was said already. */

import { neededWhen } from "@zhengdui/engine";
import type { Check, Fact } from "@zhengdui/policy";
import { useState } from "react";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";
import { FactInput } from "./fact-input.tsx";
import { factName } from "./fact-name.ts";
import { Fold } from "./fold.tsx";
import type { FormContext } from "./form-context.ts";
import { problemsOf } from "./form-context.ts";
import { getAt, type Path, pathText } from "./json.ts";

export function FactGroup({
  facts,
  checks,
  at,
  form,
}: {
  readonly facts: readonly Fact[];
  /** Of the same record or list: some facts must be there where others say so. */
  readonly checks: readonly Check[];
  readonly at: Path;
  readonly form: FormContext;
}) {
  // Settled once: a field must not move from under the fingers of who types into it.
  const [first] = useState(
    () =>
      new Set(
        facts.filter(
          (f) =>
            !f.presence.startsWith("optional") ||
            neededWhen(checks, f.key) !== null ||
            getAt(form.dossier, [...at, f.key]) !== undefined,
        ),
      ),
  );
  const field = (fact: Fact) => {
    const path = [...at, fact.key];
    return (
      <FactInput
        key={fact.key}
        fact={fact}
        needed={neededWhen(checks, fact.key)}
        path={pathText(path)}
        value={getAt(form.dossier, path)}
        problems={problemsOf(form, path)}
        onChange={(value) => form.change(path, value, factName(fact))}
      />
    );
  };
  const more = facts.filter((fact) => !first.has(fact));
  const wrong = more.some((fact) => problemsOf(form, [...at, fact.key]).length > 0);
  return (
    <>
      <div className="fields">{facts.filter((fact) => first.has(fact)).map(field)}</div>
      {more.length === 0 ? null : (
        <Fold
          className="more"
          force={wrong}
          summary={<Mixed of={t("选填 {n} 项：{names}", { n: more.length, names: more.map(factName).join(t("、")) })} />}
        >
          <div className="fields">{more.map(field)}</div>
        </Fold>
      )}
    </>
  );
}
