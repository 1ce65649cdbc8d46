/** What a question is about: a policy, and perhaps one of its clauses. */
import { Choice } from "./choice.tsx";
import { useClauses } from "./use-clauses.ts";
import { usePolicies } from "./use-policies.ts";
import { WhomToAsk } from "./whom-to-ask.tsx";

export interface About {
  readonly policy: string;
  /** "" for the whole of it. */
  readonly clause: string;
}

export interface AboutPolicyProps {
  readonly value: About;
  readonly onValue: (value: About) => void;
  readonly faults: { readonly [part in keyof About]: string | null };
}

export function AboutPolicy({ value, onValue, faults }: AboutPolicyProps) {
  const policies = usePolicies();
  const clauses = useClauses(value.policy);
  const titles = (policies.data ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const labels = (clauses.data ?? []).map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      <Choice
        label="哪项政策"
        missing="请选择问的是哪项政策。"
        required
        value={value.policy}
        onValue={(policy) => onValue({ policy, clause: "" })}
        options={[{ value: "", label: "请选择" }, ...titles]}
        fault={policies.error === null ? faults.policy : "政策的名单取不到，请稍后再试"}
      />
      <Choice
        label="哪一条"
        value={value.clause}
        onValue={(clause) => onValue({ ...value, clause })}
        options={[{ value: "", label: "不指哪一条" }, ...labels]}
        fault={clauses.error === null ? faults.clause : "条款取不到，请稍后再试；也可以不选"}
      />
      <WhomToAsk policy={value.policy} clause={value.clause} />
    </>
  );
}
