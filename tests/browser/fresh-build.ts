/** Before the tests in a browser: the pages and programs they use are built, once for all files, where what was built no longer belongs to the sources. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { isBuilt, root } from "../../tools/freshness.mjs";

export function setup(project: TestProject): void {
  build();
  project.onTestsRerun(build);
}

function build(): void {
  if (!isBuilt())
    execFileSync(process.execPath, [join(root, "tools", "build.mjs")], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}
