/** What waits to be decided in an invented office: a claim of a unit, a dispute, a change of account, a key; each with the invented paper that proves it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActionId, RoleId } from "@zhengdui/casework";
import {
  addClaim,
  addFile,
  findEnterprise,
  insertKey,
  lockBankAccount,
  newestFacts,
  newId,
  openDispute,
  proposeBankAccount,
  putFile,
  saveBankDecision,
  type Tx,
} from "@zhengdui/store";
import { digest, newKey } from "../access/token.ts";

const DAY_MS = 86_400_000;

export interface InventedWaiting {
  /** What the files in the folder of papers are called where they are shown. */
  readonly papers: Readonly<Record<string, string>>;
  readonly unitClaims: readonly { readonly by: string; readonly unit: number; readonly paper: string }[];
  readonly disputes: readonly {
    readonly by: string;
    readonly unit: number;
    readonly fact: string;
    readonly year: number;
    readonly reason: string;
    readonly paper: string;
  }[];
  readonly bankAccounts: readonly {
    readonly by: string;
    readonly unit: number;
    readonly number: string;
    readonly bankNumber: string;
    readonly bankName: string;
    readonly paper: string;
    readonly daysAgo: number;
    readonly confirmedBy?: string;
  }[];
  readonly keys: readonly {
    readonly by: string;
    readonly name: string;
    readonly role: RoleId;
    readonly actions: readonly ActionId[];
    /** From now on. */
    readonly days: number;
  }[];
}

export interface Workers {
  /** The account of a login. */
  readonly by: (login: string) => string;
  /** Credit codes by place in the list of enterprises. */
  readonly codes: readonly string[];
  readonly addPaper: AddPaper;
  readonly now: Date;
}

/** Answers the file's id. `uscc`: whose file it is in; null: nobody's yet. */
export type AddPaper = (paper: string, by: string, uscc: string | null, at: Date) => Promise<string>;

/** `folder`: of the papers. `files`: where uploaded files are kept. */
export const paperShelf =
  (tx: Tx, { papers }: InventedWaiting, folder: string, files: string): AddPaper =>
  async (paper, uploadedBy, uscc, at) => {
    const bytes = readFileSync(join(folder, paper));
    const sha256 = await putFile(files, bytes);
    const name = papers[paper] ?? paper;
    return addFile(tx, { sha256, name, mediaType: "application/pdf", sizeBytes: bytes.length, uscc, uploadedBy }, at);
  };

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

export async function fillWaiting(tx: Tx, work: InventedWaiting, workers: Workers): Promise<void> {
  await fillClaims(tx, work, workers);
  await fillDisputes(tx, work, workers);
  await fillAccounts(tx, work, workers);
  await fillKeys(tx, work, workers);
}

/** Of which nobody has the secret: it is thrown away here. */
async function fillKeys(tx: Tx, { keys }: InventedWaiting, { by, now }: Workers): Promise<void> {
  for (const { name, role, actions, days, ...one } of keys) {
    const { key, prefix } = newKey();
    const made = { prefix, hash: digest(key), name, scopes: [`role:${role}`, ...actions], expiresAt: daysBefore(now, -days) };
    await insertKey(tx, { ...made, id: newId(now), createdAt: now, createdBy: by(one.by) });
  }
}

async function fillClaims(tx: Tx, { unitClaims }: InventedWaiting, { by, codes, addPaper, now }: Workers): Promise<void> {
  for (const one of unitClaims) {
    const claimed = await findEnterprise(tx, codes[one.unit] ?? "");
    if (claimed === null) throw new Error(`demonstration/county.json has no enterprise ${one.unit}`);
    const { uscc, name, territory } = claimed;
    const evidenceFile = await addPaper(one.paper, by(one.by), null, now);
    await addClaim(tx, { uscc, name, territory, accountId: by(one.by), evidenceFile }, now);
  }
}

async function fillDisputes(tx: Tx, { disputes }: InventedWaiting, { by, codes, addPaper, now }: Workers): Promise<void> {
  for (const { unit, fact, year, reason, paper, ...one } of disputes) {
    const uscc = codes[unit] ?? "";
    const said = await newestFacts(tx, uscc);
    const disputed = said.find((row) => row.source === "bureau" && row.fact === fact && row.year === year);
    if (disputed === undefined) throw new Error(`demonstration/county.json disputes ${fact} ${year}, which nobody supplied`);
    const evidenceFile = await addPaper(paper, by(one.by), uscc, now);
    await openDispute(tx, { uscc, fact, year, reason, factId: disputed.id, disputedBy: by(one.by), evidenceFile }, now);
  }
}

async function fillAccounts(tx: Tx, { bankAccounts }: InventedWaiting, { by, codes, addPaper, now }: Workers): Promise<void> {
  for (const { unit, number, bankNumber, bankName, paper, daysAgo, confirmedBy, ...one } of bankAccounts) {
    const uscc = codes[unit] ?? "";
    const at = daysBefore(now, daysAgo);
    const [holder, evidenceFile] = [(await findEnterprise(tx, uscc))?.name ?? "", await addPaper(paper, by(one.by), uscc, at)];
    const details = { uscc, holder, number, bankNumber, bankName, evidenceFile, proposedBy: by(one.by) };
    const id = await proposeBankAccount(tx, details, at);
    const proposed = id === null || confirmedBy === undefined ? null : await lockBankAccount(tx, id);
    if (proposed === null || confirmedBy === undefined) continue;
    await saveBankDecision(tx, proposed, { state: "confirmed", decidedBy: by(confirmedBy), reason: null }, at);
  }
}
