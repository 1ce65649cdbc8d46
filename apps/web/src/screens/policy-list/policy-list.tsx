/** The policies that can be read and computed here, and the frame of what a search finds; the server puts in what belongs to the day or the question. */
import type { Policy } from "@zhengdui/policy";
import { day } from "../../parts/figures/day.ts";
import { paths } from "../../paths.ts";

export function PolicyList({ policies }: { readonly policies: readonly Policy[] }) {
  return (
    <>
      <Head />
      <main className="reading" id="main">
        <SearchForm asked="" />
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
                有效期{day(policy.inForce.from)}至{day(policy.inForce.to)}　政策年度 {policy.years.join("、")}
              </p>
              <p className="state">{`%STATE:${policy.id}%`}</p>
              <p className="windows">{`%WINDOWS:${policy.id}%`}</p>
              <p>给谁：{payeesOf(policy).join("、")}</p>
              <p>
                <a href={paths.calculator(policy.id)} aria-label={`测算《${policy.title}》能得多少`}>
                  测算能得多少
                </a>
              </p>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}

export function FoundPage() {
  return (
    <>
      <Head />
      <main className="reading" id="main">
        <SearchForm asked="%QUERY%" />
        %FOUND%
      </main>
    </>
  );
}

function Head() {
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="masthead">
        <h1 className="masthead-title">惠企政策</h1>
        <p className="masthead-sub">政兑 · 逐条可查，逐项可算</p>
      </header>
    </>
  );
}

/** A plain form: the server answers it, without a script. */
function SearchForm({ asked }: { readonly asked: string }) {
  return (
    <search>
      <form className="search" action={paths.policyList} method="get">
        <label htmlFor="q">查找政策和条款</label>
        <input
          id="q"
          name="q"
          type="search"
          className="input"
          defaultValue={asked}
          maxLength={60}
          placeholder="例如：上云 补助"
        />
        <button type="submit" className="button primary">
          查找
        </button>
      </form>
    </search>
  );
}

const payeesOf = (policy: Policy): readonly string[] => [
  ...new Set(policy.measures.filter((m) => m.form.kind !== "no-subsidy").map((m) => m.payee)),
];
