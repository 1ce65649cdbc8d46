/** The policies that can be read and computed here. */
import type { Policy } from "@zhengdui/policy";
import { day } from "../../parts/figures/day.ts";
import { paths } from "../../paths.ts";

export function PolicyList({ policies }: { readonly policies: readonly Policy[] }) {
  return (
    <>
      <header className="masthead">
        <h1 className="masthead-title">惠企政策</h1>
        <p className="masthead-sub">政兑 · 逐条可查，逐项可算</p>
      </header>
      <main className="reading">
        <ul className="policy-list">
          {policies.map((policy) => (
            <li key={policy.id}>
              <h2>
                <a href={paths.policyPage(policy.id)}>{policy.title}</a>
              </h2>
              <p>
                {policy.number}　{policy.issuer}
              </p>
              <p>
                有效期{day(policy.inForce.from)}至{day(policy.inForce.to)}
              </p>
              <p className="state">{`%STATE:${policy.id}%`}</p>
              <p>
                给谁：{[...new Set(policy.measures.filter((m) => m.form.kind !== "no-subsidy").map((m) => m.payee))].join("、")}
              </p>
              <p>
                <a href={paths.calculator(policy.id)}>测算能得多少</a>
              </p>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
