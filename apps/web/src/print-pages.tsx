/** Run at build: prints the pages that need no script (the policies and their list), and what the calculator shows before its script, into the built site. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PolicySummary, ServiceSheet } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { renderToStaticMarkup } from "react-dom/server";
import { paths } from "./paths.ts";
import { StartNotice } from "./screens/calculator/start-notice.tsx";
import { PolicyPage } from "./screens/policy/policy-page.tsx";
import { FoundPage, PolicyList } from "./screens/policy-list/policy-list.tsx";
import { EN } from "./words/en.ts";
import { isForeign, speak, t } from "./words/t.ts";

const SITE = "apps/web/dist";
const SHELF = process.env.ZHENGDUI_POLICIES ?? "policies";

interface Shelved {
  readonly policy: Policy;
  readonly service: ServiceSheet;
}

/** What the office tells beside the law; the server reads the same file, and checks it. */
function serviceIn(folder: string): ServiceSheet {
  const file = join(folder, "service.json");
  const nothing: ServiceSheet = { repealed: null, windows: [], sections: [] };
  return existsSync(file) ? { ...nothing, ...(JSON.parse(readFileSync(file, "utf8")) as Partial<ServiceSheet>) } : nothing;
}

/** Of every policy its latest compiled version. */
function shelf(): Shelved[] {
  return readdirSync(SHELF, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((id) => {
      const versions = readdirSync(join(SHELF, id)).sort().reverse();
      for (const version of versions) {
        const home = join(SHELF, id, version);
        const file = join(home, "compiled", "policy.json");
        // Not compiled: an earlier version may be.
        if (!existsSync(file)) continue;
        return [{ policy: JSON.parse(readFileSync(file, "utf8")) as Policy, service: serviceIn(home) }];
      }
      return [];
    });
}

const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const template = readFileSync(join(SITE, "policies.html"), "utf8");

/** `address`: of the page in Chinese, "/policies/"; it is printed in the language that is spoken at the moment. */
function print(address: string, title: string, description: string, body: React.ReactElement): void {
  const name = `${paths.inLanguage(isForeign(), address)}${address.endsWith("/") ? "index.html" : ""}`;
  const html = template
    .replace('<html lang="zh-CN">', () => `<html lang="${isForeign() ? "en" : "zh-CN"}">`)
    .replace("%TITLE%", () => escapeHtml(title))
    .replace("%DESCRIPTION%", () => escapeHtml(description))
    .replace("%BODY%", () => renderToStaticMarkup(body));
  mkdirSync(dirname(join(SITE, name)), { recursive: true });
  writeFileSync(join(SITE, name), html);
}

const STATES: readonly PolicySummary["state"][] = ["not-yet", "in-force", "expired", "repealed"];

/** The calculator's page before any script: of every policy in each state that a day may find it in. The server gives the day's. */
function printStarts(shelved: readonly Shelved[]): void {
  const start = readFileSync(join(SITE, "start.html"), "utf8");
  const waiting = /<p class="waiting">/;
  mkdirSync(join(SITE, "start"), { recursive: true });
  for (const { policy, service } of shelved)
    for (const state of STATES) {
      const summary: PolicySummary = { ...policy, ...service, state };
      const notice = <StartNotice policies={shelved.map(({ policy: each }) => each)} summary={summary} />;
      const html = start
        .replaceAll("%POLICY_NUMBER%", () => escapeHtml(policy.number))
        .replaceAll("%POLICY_TITLE%", () => escapeHtml(policy.title))
        .replaceAll("%POLICY_ISSUER%", () => escapeHtml(policy.issuer))
        .replace(waiting, (opening) => `${renderToStaticMarkup(notice)}${opening}`);
      writeFileSync(join(SITE, "start", `${policy.id}.${state}.html`), html);
    }
}

const shelved = shelf();
printStarts(shelved);
for (const words of [null, EN]) {
  speak(words);
  const about = t("可以逐条查、逐项算的惠企政策");
  print(paths.policyList, t("惠企政策 · 政兑"), about, <PolicyList policies={shelved.map(({ policy }) => policy)} />);
  print(`${paths.policyList}found.html`, t("查找政策 · 政兑"), about, <FoundPage />);
  for (const { policy, service } of shelved) {
    const { number, title } = policy;
    const says = t("《{title}》（{number}）原文与逐条说明：给谁、给多少、什么条件、凭什么证明、问哪个科室", { title, number });
    const page = <PolicyPage policy={policy} service={service} />;
    print(paths.policyPage(policy.id), t("{number} {title} · 政兑", { title, number }), says, page);
  }
}
for (const name of ["policies.html", "start.html"])
  for (const packed of ["", ".gz", ".br"]) rmSync(join(SITE, `${name}${packed}`), { force: true });
