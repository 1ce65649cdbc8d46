/** `npm run bench`: every benchmark beside its peers and its limit; exit status 1 where one falls short. */
import { installPeers } from "./peers.mjs";
import { runBundled } from "./run-bundled.mjs";

installPeers({ "@gorules/zen-engine": "0.54.0" });
process.exitCode = await runBundled("bench/run.ts");
