/** An exported model as a person meets it: opened in dmn-js, which is no work of ours, in a browser. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { toDmn } from "@zhengdui/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserOfWorker, hasChromium } from "./browser/open-site.ts";
import { compiledPolicies } from "./dmn/compiled-policies.ts";

const require = createRequire(import.meta.url);
const dmnJs = join(dirname(require.resolve("dmn-js/package.json")), "dist");
const styles = ["diagram-js", "dmn-js-shared", "dmn-js-drd", "dmn-js-decision-table", "dmn-js-literal-expression"];
/** `DRAW=folder`: keeps pictures of what was seen there. */
const pictures = process.env.DRAW;

/** The parts of dmn-js that are used in the page. */
interface View {
  readonly type: string;
  readonly element: { readonly id: string };
}
interface Viewer {
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  getViews(): readonly View[];
  open(view: View | undefined): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  getActiveViewer(): { get(name: "canvas"): { zoom(to: "fit-viewport"): void; viewbox(to: object): void } };
}
declare global {
  interface Window {
    DmnJS: new (options: { container: string }) => Viewer;
    viewer: Viewer;
  }
}

const page = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>DMN</title>
${styles.map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`).join("\n")}</head>
<body style="margin:0"><div id="canvas" style="height:1400px"></div>
<script src="/dmn-navigated-viewer.development.js"></script></body></html>`;

describe.skipIf(!hasChromium)("dmn-js", { timeout: 60_000 }, () => {
  let server: Server;
  let tab: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? "/";
      const file = join(dmnJs, path);
      if (path === "/") response.setHeader("content-type", "text/html").end(page);
      else if (existsSync(file))
        response.setHeader("content-type", path.endsWith(".css") ? "text/css" : "text/javascript").end(readFileSync(file));
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    tab = await (await browserOfWorker()).newPage({ viewport: { width: 2200, height: 1420 } });
    tab.on("pageerror", (error) => wrong.push(error.message));
    tab.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
    tab.on("response", (answer) => answer.status() >= 400 && !answer.url().endsWith("favicon.ico") && wrong.push(answer.url()));
  }, 60_000);

  afterAll(async () => {
    await tab?.close();
    server?.close();
  });

  const keep = async (name: string): Promise<void> => {
    if (pictures !== undefined) await tab.screenshot({ path: join(pictures, `${name}.png`) });
  };

  it.each(compiledPolicies)("opens %s: the diagram, a table, a formula, without a warning", async (name, policy) => {
    const { port } = server.address() as AddressInfo;
    await tab.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    await tab.goto(`http://127.0.0.1:${port}/`);
    const opened = await tab.evaluate(
      async (xml) => {
        window.viewer = new window.DmnJS({ container: "#canvas" });
        const { warnings } = await window.viewer.importXML(xml);
        window.viewer.getActiveViewer().get("canvas").zoom("fit-viewport");
        return warnings.map((warning) => warning.message);
      },
      toDmn(policy, "1.3"),
    );
    expect(opened).toEqual([]);
    const shown = await tab
      .locator(".djs-shape[data-element-id]")
      .evaluateAll((shapes) => shapes.map((s) => s.getAttribute("data-element-id")));
    for (const measure of policy.measures) expect(shown).toContain(`measure_${measure.id}`);
    expect(shown).toEqual(expect.arrayContaining(policy.clauses.map((_, i) => `clause_${i + 1}`)));
    expect(shown).toEqual(expect.arrayContaining(policy.params.map((_, i) => `figure_${i + 1}`)));
    await keep(`${name}-whole`);
    await tab.evaluate(() => window.viewer.getActiveViewer().get("canvas").viewbox({ x: 0, y: 0, width: 2200, height: 1400 }));
    await keep(`${name}-part`);
    const warnings = await tab.evaluate(async () => {
      const messages: string[] = [];
      for (const view of window.viewer.getViews().filter(({ type }) => type !== "drd")) {
        const found = await window.viewer.open(view);
        messages.push(...found.warnings.map((warning) => `${view.element.id}: ${warning.message}`));
      }
      return messages;
    });
    expect(warnings.slice(0, 5)).toEqual([]);
    expect(wrong.splice(0)).toEqual([]);
  });

  it("shows the tiers in a table, with the figures of the text", async () => {
    const { port } = server.address() as AddressInfo;
    await tab.goto(`http://127.0.0.1:${port}/`);
    const policy = new Map(compiledPolicies).get("jinjiang-2023-11");
    await tab.evaluate(
      async (xml) => {
        window.viewer = new window.DmnJS({ container: "#canvas" });
        await window.viewer.importXML(xml);
        await window.viewer.open(window.viewer.getViews().find((view) => view.element.id === "measure_2.2_tier"));
      },
      toDmn(policy as (typeof compiledPolicies)[number][1], "1.3"),
    );
    const table = await tab.locator(".tjs-table").innerText();
    for (const words of ["软件投入（万元）", "[50..100)", "补助（万元）", "50万元（含）至100万元（不含）"])
      expect(table).toContain(words);
    await keep("tiers");
    expect(wrong.splice(0)).toEqual([]);
  });
});
