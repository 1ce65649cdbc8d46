/** Runs every check of the house: biome, tsc and knip side by side (one check each), then all vitest tests. The last line is `N passed, N failed`. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { root } from "./freshness.mjs";

const bin = (name) => join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
const started = performance.now();
const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
const shell = process.platform === "win32";

/** One static check: silent where it holds, its own words where it doesn't. */
function check(name, args) {
  const begun = performance.now();
  return new Promise((done) => {
    execFile(bin(name), args, { cwd: root, env, shell, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`${error ? "FAIL" : "ok  "} ${name} ${args.join(" ")} (${seconds} s)`);
      if (error) console.log([stdout, stderr].filter(Boolean).join("\n") || error.message);
      done({ passed: error ? 0 : 1, failed: error ? 1 : 0, skipped: 0 });
    });
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** What failed, by name. A test file that could not even be loaded has no failed test in it: it counts as one. */
function failuresOf(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    const where = relative(root, file.name);
    if (failed.length === 0 && file.status === "failed") return [`${where}: could not be loaded`];
    return failed.map((test) => `${where} > ${test.fullName}`);
  });
}

/** Beyond this a test hangs in a way that its own time limit can't end. */
const longestMinutes = 30;

function runVitest(chromium) {
  const folder = mkdtempSync(join(tmpdir(), "zhengdui-test-"));
  const file = join(folder, "report.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...process.argv.slice(2)];
  const done = spawnSync(bin("vitest"), args, {
    cwd: root,
    env: chromium ? { ...env, CHROMIUM: chromium } : env,
    shell,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: longestMinutes * 60_000,
    killSignal: "SIGKILL",
  });
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  if (!report) {
    console.log(`FAIL vitest ${done.error?.code === "ETIMEDOUT" ? `took over ${longestMinutes} minutes` : "gave no report"}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failures = failuresOf(report);
  // vitest also fails on an error outside of any test.
  if (done.status !== 0 && failures.length === 0) failures.push("vitest: an error outside of any test, see above");
  console.log(
    `${failures.length === 0 ? "ok  " : "FAIL"} vitest: ${report.numTotalTests} tests in ${report.testResults.length} files`,
  );
  for (const failure of failures) console.log(`FAIL ${failure}`);
  return { passed: report.numPassedTests, failed: failures.length, skipped: report.numPendingTests + report.numTodoTests };
}

const read = await Promise.all([check("biome", ["check", "."]), check("tsc", ["-p", "."]), check("knip", [])]);
const counts = [...read, runVitest(ensureChromium())];
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum("skipped");
console.log(`in ${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
