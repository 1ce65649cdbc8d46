/** A policy for reading: head, state, at a glance, and clause by clause the official words with their card. No script needed. */

import type { ServiceSheet } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { day } from "../../parts/figures/day.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { paths } from "../../paths.ts";
import { chinese, isForeign, t } from "../../words/t.ts";
import { anchorOf } from "./anchor-of.ts";
import { AtAGlance } from "./at-a-glance.tsx";
import { ClauseCard } from "./clause-card.tsx";

export interface PolicyPageProps {
  readonly policy: Policy;
  readonly service: ServiceSheet;
}

export function PolicyPage({ policy, service }: PolicyPageProps) {
  const { inForce } = policy;
  return (
    <>
      <a className="skip" href="#text">
        {t("跳到正文")}
      </a>
      <PageHead page={paths.policyPage(policy.id)} />
      <header className="masthead">
        <p className="masthead-issuer" lang={chinese()}>
          {policy.issuer}
        </p>
        <h1 className="masthead-title" lang={chinese()}>
          {policy.title}
        </h1>
        <p className="masthead-number" lang={chinese()}>
          {policy.number}
        </p>
        <p className="masthead-sub">
          {t("有效期{from}至{to}", { from: day(inForce.from), to: day(inForce.to) })}
          {inForce.appliedFrom < inForce.from ? t("，{day}起参照执行", { day: day(inForce.appliedFrom) }) : ""}
        </p>
      </header>
      <main className="reading">
        {/* The server puts the words of the day here: a page written yesterday would not know that the policy has ended. */}
        <p className="state">{`%STATE:${policy.id}%`}</p>
        <p className="windows">{`%WINDOWS:${policy.id}%`}</p>
        <nav className="reading-nav" aria-label={t("本页")}>
          <a href={paths.inLanguage(isForeign(), paths.policyList)}>{t("全部政策")}</a>
          <a href={paths.calculator(policy.id, isForeign())}>{t("测算能得多少")}</a>
          <a href="#glance">{t("一图读懂")}</a>
          {policy.measures.map((m) => (
            <a key={m.id} lang={chinese()} href={`#${anchorOf(m.clause)}`}>
              {m.title}
            </a>
          ))}
        </nav>
        <section id="glance" aria-labelledby="glance-title">
          <h2 id="glance-title">{t("一图读懂")}</h2>
          <AtAGlance policy={policy} />
        </section>
        {"%ANSWERS%"}
        <section id="text" aria-labelledby="text-title">
          <h2 id="text-title">{t("逐条阅读")}</h2>
          {policy.clauses.map((clause) => (
            <ClauseCard key={clause.id} policy={policy} service={service} clause={clause} />
          ))}
        </section>
      </main>
    </>
  );
}
