/** What an invented office has at work already: registers and awards from files as an officer gets them, facts that units stated, questions. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addFact, consultation, newId, type Tx } from "@zhengdui/store";
import { sql } from "drizzle-orm";
import { confirmRegister } from "../sheet/confirm-register.ts";
import type { RegisterKinds } from "../sheet/load-register-kinds.ts";
import { previewRegister } from "../sheet/preview-register.ts";

export interface InventedWork {
  readonly facts: readonly { readonly unit: number; readonly fact: string; readonly year: number; readonly value: unknown }[];
  readonly questions: readonly {
    readonly policy: string;
    readonly clause?: string;
    readonly unit?: number;
    readonly question: string;
    readonly answer?: string;
    /** Published as it was asked and answered. */
    readonly published?: true;
  }[];
}

export interface Workers {
  /** Account ids by login. */
  readonly byLogin: ReadonlyMap<string, string>;
  /** Credit codes by place in the list of enterprises. */
  readonly codes: readonly string[];
}

const FILE = /^([a-z-]+)\.(\d{4})\.csv$/;

/** `folder`: of `<kind>.<year>.csv`. They go the way of every import; one that isn't right is the product's own fault. */
export async function importRegisters(tx: Tx, folder: string, kinds: RegisterKinds, by: string, now: Date): Promise<void> {
  // As whoever imports contributions does.
  await tx.execute(sql`select set_config('zhengdui.sees', 'contribution', true)`);
  for (const fileName of readdirSync(folder).sort()) {
    const [, id = "", period = ""] = FILE.exec(fileName) ?? [];
    const kind = kinds.get(id);
    if (kind === undefined) continue;
    const bytes = readFileSync(join(folder, fileName));
    const preview = await previewRegister(tx, { kind, period, fileName, bytes, force: false, by, now });
    if (!preview.ok) throw new Error(`${fileName}: ${JSON.stringify(preview.errors)}`);
    const taken = await confirmRegister(tx, [kind], { preview: preview.value.id, addEnterprises: false, by, now });
    if (!taken.ok) throw new Error(`${fileName}: ${JSON.stringify(taken.errors)}`);
  }
}

export async function fillWork(
  tx: Tx,
  { facts, questions }: InventedWork,
  { byLogin, codes }: Workers,
  now: Date,
): Promise<void> {
  const by = (login: string): string => byLogin.get(login) ?? missing(login);
  const unstated = { evidenceFile: null, registerVersion: null, basis: null };
  for (const { unit, ...said } of facts)
    await addFact(tx, { ...said, ...unstated, uscc: codes[unit] ?? "", source: "unit", suppliedBy: by("legal") }, now);
  for (const { unit, question, answer, published, policy, clause } of questions)
    await tx.insert(consultation).values({
      ...{ id: newId(now), policy, clause: clause ?? null, question, askedAt: now },
      ...(unit === undefined
        ? { channel: "phone" as const, askedBy: by("officer") }
        : { channel: "online" as const, uscc: codes[unit] ?? "", askedBy: by("legal") }),
      ...(answer === undefined ? {} : { answer, answeredBy: by("officer"), answeredAt: now }),
      ...(published ? { publicQuestion: question, publicAnswer: answer, publishedBy: by("head"), publishedAt: now } : {}),
    });
}

/** The product's own file names somebody whom it doesn't bring. */
function missing(login: string): never {
  throw new Error(`demonstration/county.json has no person ${login}`);
}
