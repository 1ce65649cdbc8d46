/** Builds what is run without TypeScript: the command (apps/cli/dist), the server (apps/server/dist) and the web app (apps/web/dist). npm's `prepare`. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { markBuilt, parts, root, sourcesHash, whyNot } from "./freshness.mjs";
import { runBundled } from "./run-bundled.mjs";

// CommonJS dependencies inside an ES module bundle call require().
const requireBanner =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** Keeps npm's packages out of the server's bundle (they find their own files); our own packages and data (JSON) go in. */
const npmStaysOutside = {
  name: "npm-stays-outside",
  setup(setup) {
    setup.onResolve({ filter: /^[^./]/ }, (found) =>
      found.kind === "entry-point" || found.path.startsWith("@zhengdui/") || found.path.endsWith(".json")
        ? undefined
        : { path: found.path, external: true },
    );
  },
};

async function bundleForNode(part, options) {
  const outdir = join(root, part.output, "..");
  rmSync(outdir, { recursive: true, force: true });
  await bundle({
    absWorkingDir: root,
    entryPoints: [part.entry, ...(part.beside ?? [])],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    chunkNames: "chunks/[name]-[hash]",
    sourcemap: "linked",
    logLevel: "warning",
    ...options,
  });
}

const builders = {
  // The solver is 35 MB of WebAssembly that finds its own file; only `policy check`, `policy diff` and a draft's study load it.
  cli: (part) => bundleForNode(part, { banner: { js: requireBanner }, external: ["z3-solver"] }),
  server: (part) => bundleForNode(part, { plugins: [npmStaysOutside] }),
  async web(part) {
    // Tests build too, and their NODE_ENV asks for JSX that tells where it was written: React's own, which Preact doesn't draw.
    process.env.NODE_ENV = "production";
    const { build } = await import("vite");
    // The public page first: it empties the folder. Workshop and office share no chunk with it.
    for (const mode of ["production", "workshop", "office"])
      await build({ root: join(root, "apps/web"), configFile: join(root, part.entry), logLevel: "warn", mode });
    const printed = await runBundled("apps/web/src/print-pages.tsx");
    if (printed !== 0) throw new Error("the pages for reading could not be printed");
  },
};

const hash = sourcesHash();
for (const part of parts) {
  const obstacle = whyNot(part);
  if (obstacle !== null) {
    console.error(`build: ${part.name} skipped, ${obstacle}`);
    continue;
  }
  const started = performance.now();
  await builders[part.name](part);
  console.error(`build: ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
markBuilt(hash);
