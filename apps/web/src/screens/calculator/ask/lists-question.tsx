/** Of which lists the applicant has anything: one screen decides which measures are talked about at all. */

import type { Policy } from "@zhengdui/policy";
import { useId } from "react";
import { amountOfFen } from "../../../parts/figures/amount.ts";
import { groupName } from "../../../parts/form/fact-name.ts";
import { getAt, isList, type Json } from "../../../parts/form/json.ts";
import { newId } from "../../../parts/form/typed.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { QuestionProps } from "./ask-props.ts";
import { declaredList, pathOfList } from "./topic.ts";

export function ListsQuestion(props: QuestionProps<"lists">) {
  const { policy, form, skipped, topic, onNext } = props;
  const title = useId();
  // Asked once the measures are settled: of lists that no measure pays for.
  const shared = topic.lists.every((id) => measuresOf(policy, id).length === 0);
  const next = () => {
    for (const id of topic.lists)
      if (!isList(getAt(form.dossier, pathOfList(id))) && !skipped.includes(id))
        form.change(pathOfList(id), [], nameOf(policy, id));
    onNext();
  };
  return (
    <form
      className="question"
      data-topic="lists"
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <p className="question-topic">{shared ? t("就高不重复") : t("先划范围")}</p>
      <h2 tabIndex={-1} id={title}>
        {shared ? t("这些项目还拿过别的奖补吗？拿过的打钩") : t("今年有下列哪些？有的打钩，没有的不用管")}
      </h2>
      <fieldset aria-labelledby={title}>
        <ul className="gates">
          {topic.lists.map((id) => (
            <Gate key={id} id={id} {...props} />
          ))}
        </ul>
      </fieldset>
      <div className="question-actions">
        <button type="submit" className="button primary">
          {t("下一题")}
        </button>
      </div>
    </form>
  );
}

/** One list: has the applicant anything of it, or isn't that known? */
function Gate({ id, policy, interview, form, skip, skipped, grow }: QuestionProps<"lists"> & { readonly id: string }) {
  const rows = getAt(form.dossier, pathOfList(id));
  const has = isList(rows) && rows.length > 0;
  const name = nameOf(policy, id);
  const measures = measuresOf(policy, id);
  const change = (has: boolean) => form.change(pathOfList(id), has ? [firstRow(policy, id)] : undefined, name);
  const tick = (on: boolean) => {
    change(on);
    grow(id, on);
  };
  const leave = (open: boolean) => (open ? skip([pathOfList(id)], name) : change(false));
  return (
    <li className="gate" data-list={id}>
      <label className="box">
        <input type="checkbox" checked={has} onChange={(event) => tick(event.target.checked)} />
        <span>
          <b>
            <Mixed of={name} />
          </b>
          <span className="gate-what">
            <Mixed of={measures.map(({ title }) => title).join("、") || t("就高不重复时要看")} />
          </span>
          <span className="gate-most">{mostWords(interview, measures)}</span>
        </span>
      </label>
      <label className="box gate-unknown">
        <input type="checkbox" checked={skipped.includes(id)} disabled={has} onChange={(event) => leave(event.target.checked)} />
        <span>
          {t("不清楚")}
          <span className="visually-hidden">
            <Mixed of={`${t("：")}${name}`} />
          </span>
        </span>
      </label>
    </li>
  );
}

const nameOf = (policy: Policy, id: string): string => {
  const list = declaredList(policy, id);
  return list === null ? id : groupName(list);
};

function firstRow(policy: Policy, id: string): Json {
  const list = declaredList(policy, id);
  return list?.facts.some(({ key }) => key === "id") ? { id: newId(list.label, []) } : {};
}

function measuresOf(policy: Policy, list: string) {
  return policy.measures.filter(({ form }) =>
    form.kind === "tally" ? form.tallies.some((tally) => tally.list === list) : form.kind !== "no-subsidy" && form.list === list,
  );
}

/** The most that the measures can bring, as far as it is limited. */
function mostWords(interview: QuestionProps<"lists">["interview"], measures: readonly { readonly id: string }[]): string {
  const highs = measures.map(({ id }) => interview.prospects.find((prospect) => prospect.id === id)?.high ?? null);
  if (highs.length === 0 || highs.includes(null)) return "";
  const most = highs.reduce<bigint>((sum, high) => sum + (high ?? 0n), 0n);
  return most > 0n ? t("最高 {amount}", { amount: amountOfFen(most, 0) }) : "";
}
