/** The policies that can be read and computed here, and the frame of what a search finds; the server puts in what belongs to the day or the question. */
import type { Policy } from "@zhengdui/policy";
import { day } from "../../parts/figures/day.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { paths } from "../../paths.ts";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, isForeign, t } from "../../words/t.ts";

export function PolicyList({ policies }: { readonly policies: readonly Policy[] }) {
  return (
    <>
      <Head />
      <main className="reading" id="main">
        <SearchForm asked="" />
        <ul className="policy-list">
          {policies.map((policy) => (
            <li key={policy.id}>
              <h2 id={`title-${policy.id}`}>
                <a href={paths.inLanguage(isForeign(), paths.policyPage(policy.id))} lang={chinese()}>
                  {policy.title}
                </a>
              </h2>
              <p lang={chinese()}>
                {policy.number}　{policy.issuer}
              </p>
              <p>
                {t("有效期{from}至{to}", { from: day(policy.inForce.from), to: day(policy.inForce.to) })}
                {" · "}
                {t("政策年度 {years}", { years: policy.years.join(t("、")) })}
              </p>
              <p className="state">{`%STATE:${policy.id}%`}</p>
              <p className="windows">{`%WINDOWS:${policy.id}%`}</p>
              <p>
                <Mixed of={t("给谁：{payees}", { payees: payeesOf(policy).join("、") })} />
              </p>
              <p>
                <a href={paths.calculator(policy.id, isForeign())} aria-describedby={`title-${policy.id}`}>
                  {t("测算能得多少")}
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
        {t("跳到正文")}
      </a>
      <PageHead page={paths.policyList} />
      <header className="masthead">
        <h1 className="masthead-title">{t("惠企政策")}</h1>
        <p className="masthead-sub">{t("政兑 · 逐条可查，逐项可算")}</p>
      </header>
    </>
  );
}

/** A plain form: the server answers it, without a script. */
function SearchForm({ asked }: { readonly asked: string }) {
  return (
    <search>
      <form className="search" action={paths.inLanguage(isForeign(), paths.policyList)} method="get">
        <label htmlFor="q">{t("查找政策和条款")}</label>
        <input
          id="q"
          name="q"
          type="search"
          className="input"
          defaultValue={asked}
          maxLength={60}
          placeholder={t("例如：上云 补助")}
        />
        <button type="submit" className="button primary">
          {t("查找")}
        </button>
      </form>
    </search>
  );
}

const payeesOf = (policy: Policy): readonly string[] => [
  ...new Set(policy.measures.filter((m) => m.form.kind !== "no-subsidy").map((m) => m.payee)),
];
