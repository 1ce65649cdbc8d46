/** Makes a fresh or changed checkout runnable before `npm start` and `npm test`: installs and builds, each only where it is stale. Needs nothing but Node. */
import { spawnSync } from "node:child_process";
import { isBuilt, isInstalled, markInstalled, root } from "./freshness.mjs";

const oldest = [20, 19];

function demandNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(`Node ${process.versions.node} is too old: ${oldest.join(".")} or newer is needed (https://nodejs.org).`);
  process.exit(1);
}

function run(what, command, args, options = {}) {
  console.error(`bootstrap: ${what}`);
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.status === 0) return;
  console.error(`bootstrap: ${what} failed${done.error ? `: ${done.error.message}` : ""}`);
  process.exit(done.status || 1);
}

demandNode();
if (!isInstalled()) {
  // npm is a .cmd on Windows, which only a shell starts. Its prepare script builds as well.
  run("installing dependencies (npm ci)", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    shell: process.platform === "win32",
  });
}
markInstalled();
if (!isBuilt()) run("building", process.execPath, ["tools/build.mjs"]);
