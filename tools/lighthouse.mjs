/**
 * `npm run bench:lighthouse`: Lighthouse as it comes (a phone, its own throttling) on the policy's page, the calculator and a result, each as
 * served by the built server; exit status 1 where one of the twelve figures is under 95. It wants a machine that does nothing else.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { ensureChromium } from "./chromium.mjs";
import { root } from "./freshness.mjs";
import { installPeers } from "./peers.mjs";

const LEAST = 95;
/** One run in three may meet a machine that is busy; the median counts. */
const RUNS = 3;
const POLICY = "jinjiang-2023-11";

const chromium = ensureChromium();
if (chromium === null) process.exit(1);
// 185 MB that only this needs.
const folder = installPeers({ lighthouse: "12.8.2" });
const peer = createRequire(join(folder, "package.json"));
const load = (name) => import(pathToFileURL(peer.resolve(name)).href);
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

function serve() {
  const server = spawn(process.execPath, [join(root, "apps/server/dist/main.js")], {
    cwd: root,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = new Promise((resolve, reject) => {
    server.stdout.on("data", (said) => resolve(/http:\S+/.exec(said)?.[0]));
    server.on("exit", () => reject(new Error("the server didn't start: npm run build")));
  });
  return { url, stop: () => server.kill() };
}

/** A result is opened by a link that carries its dossier. */
function resultAddress() {
  const example = join(root, "policies", POLICY, "2023-05-01", "examples", "1-shoe-factory.json");
  const sheet = JSON.stringify({ dossier: JSON.parse(readFileSync(example, "utf8")), skipped: [], whole: true });
  return `/#d=${gzipSync(sheet).toString("base64url")}`;
}

async function measure(address) {
  // A browser of its own: nothing is kept from the page before.
  const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error" });
    return lhr;
  } finally {
    await chrome.kill();
  }
}

const median = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
const VITALS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

async function report(name, address) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measure(address));
  const scores = Object.keys(runs[0].categories).map((id) => ({
    id,
    score: median(runs.map((lhr) => Math.round((lhr.categories[id].score ?? 0) * 100))),
  }));
  const vitals = VITALS.map((id) => `${id} ${runs.map((lhr) => lhr.audits[id].displayValue).join(" | ")}`);
  console.log(`${name}: ${scores.map(({ id, score }) => `${id} ${score}`).join(", ")}\n  ${vitals.join("\n  ")}`);
  return scores.every(({ score }) => score >= LEAST);
}

const server = serve();
try {
  const url = await server.url;
  const pages = { policy: `/policies/${POLICY}/`, calculator: "/", result: resultAddress() };
  let good = true;
  for (const [name, address] of Object.entries(pages)) good = (await report(name, url + address)) && good;
  process.exitCode = good ? 0 : 1;
} finally {
  server.stop();
}
