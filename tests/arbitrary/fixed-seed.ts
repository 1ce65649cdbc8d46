/** Properties try the same values at every `npm test`, so that a red run is the change's and can be had again; the soak (SOAK=1) draws new ones each time. */
import fc from "fast-check";

if (process.env.SOAK !== "1") fc.configureGlobal({ seed: 20_230_501 });
