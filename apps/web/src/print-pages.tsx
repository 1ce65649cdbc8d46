/** Run at build: prints the pages that need no script (the policies and their list) into the built site, from the built template. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "@zhengdui/policy";
import { renderToStaticMarkup } from "react-dom/server";
import { PolicyPage } from "./screens/policy/policy-page.tsx";
import { PolicyList } from "./screens/policy-list/policy-list.tsx";

const SITE = "apps/web/dist";
const SHELF = process.env.ZHENGDUI_POLICIES ?? "policies";

/** Of every policy its latest compiled version. */
function shelf(): Policy[] {
  return readdirSync(SHELF, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((id) => {
      const versions = readdirSync(join(SHELF, id)).sort().reverse();
      for (const version of versions) {
        const file = join(SHELF, id, version, "compiled", "policy.json");
        try {
          return [JSON.parse(readFileSync(file, "utf8")) as Policy];
        } catch {
          // Not compiled: an earlier version may be.
        }
      }
      return [];
    });
}

const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const template = readFileSync(join(SITE, "policies.html"), "utf8");

function print(folder: string, title: string, description: string, body: React.ReactElement): void {
  const html = template
    .replace("%TITLE%", () => escapeHtml(title))
    .replace("%DESCRIPTION%", () => escapeHtml(description))
    .replace("%BODY%", () => renderToStaticMarkup(body));
  mkdirSync(join(SITE, folder), { recursive: true });
  writeFileSync(join(SITE, folder, "index.html"), html);
}

const policies = shelf();
print("policies", "惠企政策 · 政兑", "可以逐条查、逐项算的惠企政策", <PolicyList policies={policies} />);
for (const policy of policies) {
  const about = `《${policy.title}》（${policy.number}）原文与逐条说明：给谁、给多少、什么条件、凭什么证明`;
  print(join("policies", policy.id), `${policy.number} ${policy.title} · 政兑`, about, <PolicyPage policy={policy} />);
}
rmSync(join(SITE, "policies.html"));
