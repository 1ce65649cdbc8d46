/** What an invented office has at work already: registers and awards from files as an officer gets them, facts that units stated, questions. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addFact, consultation, newId, type Tx } from "@zhengdui/store";
import { sql } from "drizzle-orm";
import { confirmRegister } from "../sheet/confirm-register.ts";
import type { RegisterKinds } from "../sheet/load-register-kinds.ts";
import { previewRegister } from "../sheet/preview-register.ts";
import { daysBefore, type Workers } from "./fill-waiting.ts";

export interface InventedWork {
  /** Without `by`: stated by the unit's legal representative; an officer's have a basis. */
  readonly facts: readonly {
    readonly unit: number;
    readonly fact: string;
    readonly year: number;
    readonly value: unknown;
    readonly by?: string;
    readonly basis?: string;
    readonly paper?: string;
    readonly daysAgo?: number;
  }[];
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

export async function fillWork(tx: Tx, { facts, questions }: InventedWork, { by, codes, addPaper, now }: Workers): Promise<void> {
  for (const { unit, fact, year, value, basis = null, paper, daysAgo = 0, ...one } of facts) {
    const [uscc, suppliedBy, at] = [codes[unit] ?? "", by(one.by ?? "legal"), daysBefore(now, daysAgo)];
    const evidenceFile = paper === undefined ? null : await addPaper(paper, suppliedBy, uscc, at);
    const said = { uscc, fact, year, value, suppliedBy, evidenceFile, basis, registerVersion: null };
    await addFact(tx, { ...said, source: basis === null ? "unit" : "bureau" }, at);
  }
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
