/** First starts that are cut short: cluster, schema, demonstration and keys are made whole by the next start, whatever moment the crash came at. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openProcess } from "./office-process.ts";

const product = join(import.meta.dirname, "..", "..");
/** About as long as a first start takes. */
const LONGEST_MS = 4_000;
const COMES_BACK_WITHIN_MS = 15_000;

interface Persons {
  readonly persons?: readonly { readonly roles: readonly { readonly role: string }[] }[];
}

/** What wasn't there afterwards; null: nothing. */
export async function cutFirstStart(program: string, data: string, at: number): Promise<string | null> {
  const office = await openProcess(program, data);
  try {
    office.start();
    await pause(Math.random() * LONGEST_MS);
    const kind = ["node", "database", "both"][at % 3];
    if (kind !== "node") office.killPostmaster();
    if (kind !== "database") {
      await office.killNode();
      office.start();
    }
    await office.ready();
    if (office.unasked.length > 0) return `${kind}: it ended by itself: ${office.unasked.join("\n")}`;
    const faults = await faultsOf(office.url, data);
    return faults.length === 0 ? null : `${kind}: ${faults.join(", ")}\n${office.said()}`;
  } finally {
    await office.killNode();
    office.killPostmaster();
  }
}

async function faultsOf(url: string, data: string): Promise<readonly string[]> {
  const county = JSON.parse(readFileSync(join(product, "demonstration", "county.json"), "utf8")) as {
    persons: { role?: string }[];
  };
  const persons = await personsOf(url);
  return [
    ...(persons.length === county.persons.length ? [] : [`${persons.length} persons`]),
    // In the order in which they were made; who claims a unit has no role yet.
    ...county.persons.flatMap(({ role }, at) =>
      persons[at]?.roles[0]?.role === role ? [] : [`person ${at}, whose role isn't ${role}`],
    ),
    ...(isWhole(join(data, "sealing.key")) ? [] : ["no whole key"]),
  ];
}

/** 32 bytes in base64, and a line's end. */
const isWhole = (key: string): boolean => existsSync(key) && readFileSync(key, "utf8").length === 45;

/** The database may have been killed after the office had opened: it comes back. */
async function personsOf(url: string): Promise<NonNullable<Persons["persons"]>> {
  for (const until = Date.now() + COMES_BACK_WITHIN_MS; ; await pause(100)) {
    const { persons = [] } = (await (await fetch(`${url}/api/office/demonstration`)).json()) as Persons;
    if (persons.length > 0 || Date.now() > until) return persons;
  }
}
