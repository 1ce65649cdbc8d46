/** Builds the page: the policy's number, title and issuer are set into the HTML itself, and every text file is compressed beforehand. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const policies = process.env.ZHENGDUI_POLICIES ?? join(here, "..", "..", "policies");

/** Written for React, drawn in the browser by Preact: a sixth of the script. The order is that of the longer name first. */
const DRAWN_BY_PREACT = [
  { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react(-dom)?$/, replacement: "preact/compat" },
];

/** The first policy, in its latest compiled version. */
function firstPolicy(): { number: string; title: string; issuer: string } {
  for (const id of readdirSync(policies).sort())
    for (const version of readdirSync(join(policies, id)).sort().reverse())
      try {
        return JSON.parse(readFileSync(join(policies, id, version, "compiled", "policy.json"), "utf8"));
      } catch {
        // Not compiled: the next one.
      }
  throw new Error(`No compiled policy in ${policies}: run "npm run compile" first.`);
}

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The page as it is also keeps its marks, as start.html: from it the printer makes a page of each policy. */
function policyInHtml(): Plugin {
  let folder = "";
  let marked: string | null = null;
  return {
    name: "policy-in-html",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { path }) {
        if (path === "/index.html") marked = html;
        const { number, title, issuer } = firstPolicy();
        return html
          .replaceAll("%POLICY_NUMBER%", escapeHtml(number))
          .replaceAll("%POLICY_TITLE%", escapeHtml(title))
          .replaceAll("%POLICY_ISSUER%", escapeHtml(issuer));
      },
    },
    writeBundle() {
      if (marked !== null) writeFileSync(join(folder, "start.html"), marked);
    },
  };
}

/** The text stands in the HTML: it and its style come before what computes. */
function textBeforeScript(): Plugin {
  return {
    name: "text-before-script",
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replace(/<(script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"'),
    },
  };
}

/** The page's content policy forbids generated code, so the engine's generating back end would be dead weight: it is left out. */
function withoutGeneratedCode(): Plugin {
  const empty = "\0no-generated-code";
  return {
    name: "without-generated-code",
    enforce: "pre",
    resolveId: (source) => (source.endsWith("/evaluate/generate-policy.ts") ? empty : null),
    load: (id) => (id === empty ? "export const generatePolicy = () => null;" : null),
  };
}

/** What a standard says of itself is for its readers, not for the page. */
function withoutSources(): Plugin {
  return {
    name: "without-sources",
    enforce: "pre",
    transform(code, id) {
      if (!/\/standards\/[a-z-]+\.json$/.test(id)) return null;
      const { source: _source, date: _date, note: _note, ...data } = JSON.parse(code);
      return { code: JSON.stringify(data), map: null };
    },
  };
}

function precompress(): Plugin {
  let folder = "";
  return {
    name: "precompress",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        if (bytes.length < 600) continue;
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(bytes));
      }
    },
  };
}

/** Pages that are built together share chunks, and the public page would load what only others need: workshop and office are built apart. */
const APART: Readonly<Record<string, readonly string[]>> = {
  workshop: ["workshop.html", "workshop-trial.html"],
  office: ["office.html"],
};

const inputOf = (mode: string): Record<string, string> => {
  const pages = APART[mode] ?? ["index.html", "404.html", "policies.html"];
  return Object.fromEntries(pages.map((page) => [page.replace(/\.html$/, ""), join(here, page)]));
};

/**
 * The office's screens are fetched one by one. What many of them share comes along with the first of them, in two files of its own: a page made
 * of thirty small ones would wait longer, and the libraries stay the same from version to version.
 */
const SHARED_BY_SCREENS = {
  groups: [
    { name: "libraries", test: /node_modules/, minShareCount: 8, priority: 2 },
    { name: "shared", minShareCount: 8, priority: 1 },
  ],
};

export default defineConfig(({ mode }) => ({
  root: here,
  // Workshop and office are for those who work with them all day; libraries made for React run on React there.
  resolve: { alias: mode in APART ? [] : DRAWN_BY_PREACT },
  plugins: [react(), textBeforeScript(), policyInHtml(), withoutGeneratedCode(), withoutSources(), precompress()],
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: !(mode in APART),
    copyPublicDir: !(mode in APART),
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: inputOf(mode),
      ...(mode === "office" && { output: { codeSplitting: SHARED_BY_SCREENS } }),
    },
  },
  server: { port: 8351, proxy: { "/api": "http://127.0.0.1:8350" } },
}));
