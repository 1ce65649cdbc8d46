/** Says whether node_modules and the built programs still belong to the sources: by content hashes, so that a checkout's file times don't matter. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const lockFile = join(root, "package-lock.json");
const installedFile = join(root, "node_modules", ".package-lock.json");
const installStamp = join(root, "node_modules", ".zhengdui", "installed");
const buildStamp = join(root, "node_modules", ".zhengdui", "built");

/** Is there a compiled policy? The pages are made for one. Compiling needs the command, which is built without. */
export function hasCompiledPolicy() {
  const policies = join(root, "policies");
  const files = existsSync(policies) ? listFiles(policies, []) : [];
  return files.some((file) => file.endsWith(join("compiled", "policy.json")));
}

/** The parts of the build: what it starts from (`beside`: programs of their own that share its chunks) and what it leaves. A part whose entry isn't there is not built. */
export const parts = [
  {
    name: "cli",
    entry: "apps/cli/src/zhengdui.ts",
    output: "apps/cli/dist/zhengdui.js",
    beside: ["apps/cli/src/draft-study.ts"],
  },
  { name: "server", entry: "apps/server/src/main.ts", output: "apps/server/dist/main.js" },
  { name: "web", entry: "apps/web/vite.config.ts", output: "apps/web/dist/index.html" },
];

/** Why a part can't be built now; null: it can. */
export function whyNot(part) {
  if (!existsSync(join(root, part.entry))) return `there is no ${part.entry}`;
  return part.name === "web" && !hasCompiledPolicy() ? "no policy is compiled yet (npm run compile)" : null;
}

const buildable = () => parts.filter((part) => whyNot(part) === null);

const sourceRoots = [
  "apps",
  "packages",
  "policies",
  "standards",
  "demonstration",
  "registers",
  "tools/build.mjs",
  "tools/freshness.mjs",
  "package-lock.json",
];
const skipped = new Set(["node_modules", "dist", "test", "coverage"]);

function listFiles(path, into) {
  if (!existsSync(path)) return into;
  if (!statSync(path).isDirectory()) {
    into.push(path);
    return into;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    listFiles(join(path, entry.name), into);
  }
  return into;
}

/** One hash over name and content of everything that can change what the build makes. */
export function sourcesHash() {
  const hash = createHash("sha256");
  const files = sourceRoots.flatMap((start) => listFiles(join(root, start), [])).sort();
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest("hex");
}

const lockHash = () => createHash("sha256").update(readFileSync(lockFile)).digest("hex");

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function writeStamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** npm writes its own record last, so where it is missing the last install was cut short. */
export function isInstalled() {
  if (!existsSync(installedFile)) return false;
  if (readStamp(installStamp) === lockHash()) return true;
  return statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs;
}

export const markInstalled = () => writeStamp(installStamp, lockHash());

export function isBuilt() {
  const outputsThere = buildable().every((part) => existsSync(join(root, part.output)));
  return outputsThere && readStamp(buildStamp) === sourcesHash();
}

/** `hash` is that of the sources as the build began: what changed meanwhile is built next time. */
export const markBuilt = (hash) => writeStamp(buildStamp, hash);
