/** Finds a Chromium for the browser tests; as root on Debian it installs the distribution's, with Chinese fonts. Where there is none, says what is skipped. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium that is there already (CHROMIUM, then PATH), or null. */
function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return isRunnable(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return candidates.find(isRunnable) ?? null;
}

function install() {
  const say = (args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  console.log("chromium: installing Debian's (chromium, fonts-noto-cjk)");
  const packages = ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"];
  if (say(["update", "-qq"]).status !== 0 || say([...packages, "-qq"]).status !== 0) return null;
  return findChromium();
}

/** The path of a Chromium, installed if need be, or null after saying what is left out. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const mayInstall = !process.env.CHROMIUM && process.getuid?.() === 0 && existsSync("/etc/debian_version");
  const installed = mayInstall ? install() : null;
  if (installed) return installed;
  const why = process.env.CHROMIUM
    ? `CHROMIUM=${process.env.CHROMIUM} can't be run`
    : "no chromium or google-chrome in PATH, and CHROMIUM isn't set";
  console.log(`chromium: ${why}; the tests in a browser are skipped`);
  return null;
}
