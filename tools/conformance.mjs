/** `npm run conformance [-- PLACE]`: writes docs/CONFORMANCE.md from a run of the DMN kit, which lies at PLACE or where FEEL_TCK says. */
import { resolve } from "node:path";
import { runBundled } from "./run-bundled.mjs";

const [place] = process.argv.slice(2);
if (place !== undefined) process.env.FEEL_TCK = resolve(place);
process.exitCode = await runBundled("tests/conformance/write-page.ts");
