/** The program behind `npm run conformance`: runs the DMN kit's expressions and the decimal cases, and writes docs/CONFORMANCE.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { conformancePage } from "./conformance-page.ts";
import { runKit } from "./run-kit.ts";

const root = process.cwd();
const judged = runKit(root);
if (judged.length === 0) {
  console.error("the DMN kit's cases are not there; give their file or folder: npm run conformance -- PLACE. Nothing is written");
  process.exitCode = 1;
} else {
  writeFileSync(join(root, "docs", "CONFORMANCE.md"), conformancePage(judged));
  console.log(`docs/CONFORMANCE.md is written: ${judged.filter(({ passed }) => passed).length} of ${judged.length} cases pass`);
}
