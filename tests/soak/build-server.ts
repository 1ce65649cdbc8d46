/** The server as one program, made of the sources as they stand: to be started and killed as a process of its own. It lies within the product, whose folders and packages it finds. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const product = join(import.meta.dirname, "..", "..");

export interface BuiltServer {
  readonly program: string;
  readonly remove: () => void;
}

export async function buildServer(): Promise<BuiltServer> {
  const cache = join(product, "apps", "server", "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "zhengdui-crash-"));
  await build({
    absWorkingDir: product,
    entryPoints: ["apps/server/src/main.ts"],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
    plugins: [
      {
        name: "npm-stays-outside",
        setup: (setup) => {
          setup.onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
            kind === "entry-point" || path.startsWith("@zhengdui/") || path.endsWith(".json")
              ? undefined
              : { path, external: true },
          );
        },
      },
    ],
  });
  return { program: join(folder, "main.mjs"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
