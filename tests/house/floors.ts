/** Rules about imports: only downward and by the table, no circles, no compiler in the browser, no screen that imports another. */
import { type Graph, graphOf, importsOf, reach, roomOf, targetOf } from "./imports.ts";
import { type Breach, breach, isTest, parse, type Sources } from "./sources.ts";

/** What each room may import. The order is the floors'. */
const table: Readonly<Record<string, readonly string[]>> = {
  "packages/basics": [],
  "packages/feel": ["basics"],
  "packages/policy": ["feel", "basics"],
  "packages/compiler": ["policy", "feel", "basics"],
  "packages/engine": ["policy", "feel", "basics"],
  "packages/proof": ["engine", "policy", "feel", "basics"],
  "packages/casework": ["engine", "policy", "basics"],
  "packages/store": ["casework", "engine", "policy", "basics"],
  "packages/contract": ["casework", "engine", "policy", "basics"],
  "apps/server": ["contract", "store", "casework", "engine", "policy", "feel", "basics"],
  "apps/web": ["contract", "casework", "engine", "policy", "feel", "basics"],
  "apps/cli": ["contract", "store", "casework", "proof", "compiler", "engine", "policy", "feel", "basics"],
};

/** The one file of the server that works on policies as texts. */
const alsoMayCompile = /^apps\/server\/src\/routes\/workshop\.ts$/;

function allowed(path: string, room: string, other: string): boolean {
  if (table[room]?.includes(other)) return true;
  if (other === "compiler" && alsoMayCompile.test(path)) return true;
  // A package's tests may compile a policy to have one to work on.
  return isTest(path) && other === "compiler";
}

/** Dated data of the nation, which has no room of its own. */
const nationalStandard = /^standards\/.*\.json$/;

function complaintAbout(path: string, room: string, specifier: string): string | null {
  if (specifier.startsWith(".")) {
    const target = targetOf(path, specifier) ?? "";
    if (roomOf(target) === room || nationalStandard.test(target)) return null;
    return isTest(path) && !roomOf(target) ? null : `leaves ${room}: ${specifier}`;
  }
  const own = /^@zhengdui\/([^/]+)(\/.*)?$/.exec(specifier);
  if (!own) return null;
  const other = own[1] ?? "";
  if (own[2]) return `goes past the barrel: ${specifier}`;
  return allowed(path, room, other) ? null : `${room} may not import ${other}`;
}

export function breachesOfFloors(sources: Sources): Breach[] {
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    const room = roomOf(path);
    if (!room) continue;
    if (!(room in table)) breaches.push(`${path}:1 ${room} is not in the table of floors`);
    for (const { specifier, node } of importsOf(path, text)) {
      const complaint = complaintAbout(path, room, specifier);
      if (complaint) breaches.push(breach(parse(path, text), node, complaint));
    }
  }
  return breaches;
}

/** Files that reach themselves. Each circle is named once, at its first file. */
export function breachesOfCircles(sources: Sources): Breach[] {
  const graph = graphOf(sources);
  const named = new Set<string>();
  const breaches: Breach[] = [];
  for (const path of [...graph.keys()].sort()) {
    if (named.has(path)) continue;
    const circle = circleThrough(graph, path);
    if (!circle) continue;
    for (const member of circle) named.add(member);
    breaches.push(`${path}:1 imports in a circle: ${[...circle, path].join(" → ")}`);
  }
  return breaches;
}

/** The files of the shortest circle through `start`, from it on; null where there is none. */
function circleThrough(graph: Graph, start: string): readonly string[] | null {
  for (const first of graph.get(start) ?? []) {
    const via = reach(graph, first);
    if (!via.has(start)) continue;
    const trail: string[] = [];
    for (let path = start; path !== first; ) {
      path = via.get(path) ?? first;
      trail.unshift(path);
    }
    return [start, ...trail];
  }
  return null;
}

/** Where the browser's programs begin: the public page, the workshop's two, which ask the server to compile, and the office's. */
const PAGES = ["main", "workshop", "workshop-trial", "office"].map((page) => `apps/web/src/${page}.tsx`);

export function breachesOfBrowser(sources: Sources): Breach[] {
  const graph = graphOf(sources);
  return PAGES.flatMap((start) => {
    const via = reach(graph, start);
    return [...via.keys()]
      .filter((path) => path.startsWith("packages/compiler/"))
      .map((path) => `${via.get(path)}:1 brings the compiler (${path}) into the browser`);
  });
}

/** What only the workshop needs, and nobody should wait for who opens the public page. */
const ONLY_IN_WORKSHOP = /^apps\/web\/src\/(screens\/workshop\/|workshop)/;

export function breachesOfFirstLoad(sources: Sources): Breach[] {
  const via = reach(graphOf(sources), PAGES[0] ?? "");
  return [...via.keys()]
    .filter((path) => ONLY_IN_WORKSHOP.test(path))
    .map((path) => `${via.get(path)}:1 brings the workshop (${path}) into the public page`);
}

/** The topmost folders under screens/ that hold files themselves: screens/calculator, or screens/<audience>/<screen>. */
function screensOf(sources: Sources): readonly string[] {
  const holding = [...sources.keys()].flatMap((path) => /^(apps\/web\/src\/screens\/.+)\/[^/]+$/.exec(path)?.[1] ?? []);
  return [...new Set(holding)].filter((folder) => !holding.some((other) => folder.startsWith(`${other}/`)));
}

export function breachesOfScreens(sources: Sources): Breach[] {
  const screens = screensOf(sources);
  const screenOf = (path: string) => screens.find((screen) => path.startsWith(`${screen}/`)) ?? null;
  const breaches: Breach[] = [];
  for (const [path, text] of sources) {
    const screen = screenOf(path);
    if (!screen) continue;
    for (const { specifier, node } of importsOf(path, text)) {
      const other = screenOf(targetOf(path, specifier) ?? "");
      if (other && other !== screen) breaches.push(breach(parse(path, text), node, `a screen imports another: ${specifier}`));
    }
  }
  return breaches;
}
