/** What a package would bring: which claims are new, changed or the same, which units aren't on file, and everything that hinders it. Nothing is written. */
import type { Problem } from "@zhengdui/basics";
import {
  type ClaimChange,
  type ClaimMapping,
  type ClaimsReading,
  compareClaim,
  isOpen,
  type ReadClaim,
  readClaims,
} from "@zhengdui/casework";
import type { Policy } from "@zhengdui/policy";
import {
  attachmentsOf,
  claimsByNumber,
  type KeptAttachment,
  lockClaims,
  namesByCode,
  type PlatformClaim,
  packageOfFile,
  type Tx,
} from "@zhengdui/store";
import type { OpenPackage } from "./open-package.ts";
import { type PlacedAttachment, placeAttachments } from "./place-attachments.ts";

export interface WeighedClaim {
  readonly read: ReadClaim;
  readonly brought: "added" | "changed" | "unchanged";
  readonly changes: readonly ClaimChange[];
  /** It was returned, and is received anew. */
  readonly again: boolean;
}

export interface WeighedPackage {
  readonly claims: readonly WeighedClaim[];
  /** Such as are new, or other than before. */
  readonly attachments: readonly PlacedAttachment[];
  readonly unknownUnits: readonly { readonly uscc: string; readonly name: string }[];
  readonly notes: readonly string[];
  /** Empty: the package may be taken. */
  readonly problems: readonly Problem[];
}

const MOST_PROBLEMS_SIZE = 1000;

export interface Weighing {
  readonly mapping: ClaimMapping;
  readonly policy: Policy;
  readonly opened: OpenPackage;
  readonly sha256: string;
}

export async function weighPackage(tx: Tx, { mapping, policy, opened, sha256 }: Weighing): Promise<WeighedPackage> {
  const reading = readClaims(mapping, policy, opened.sheets);
  const numbers = reading.claims.map(({ number }) => number);
  // Where rows are wrong, their attachments would be said to belong to nobody.
  const placed = await placeAttachments(reading.problems.length > 0 ? null : mapping.attachments, new Set(numbers), opened);
  await lockClaims(tx);
  const kept = await claimsByNumber(tx, numbers);
  const fresh = newAttachments(placed.attachments, await attachmentsOf(tx, numbers));
  const column = reading.sheet;
  const compared = reading.claims.map((read) => weighed(read, kept.get(read.number), fresh, policy, column));
  const names = await namesByCode(tx, [...new Set(reading.claims.map(({ uscc }) => uscc))]);
  const earlier = await packageOfFile(tx, sha256);
  return {
    claims: compared.map(({ claim }) => claim),
    attachments: fresh,
    unknownUnits: unknownIn(reading, names),
    problems: shortened([...reading.problems, ...placed.problems, ...compared.flatMap(({ problems }) => problems)]),
    notes: [
      ...(earlier === null ? [] : [`这个文件已经导入过（${earlier.fileName}），没有变化的不会重复。`]),
      ...reading.notes,
      ...(reading.problems.length > 0 ? [] : placed.notes),
      ...otherNames(reading, names),
    ],
  };
}

/** Those whose place is new, or holds other bytes than before. */
function newAttachments(placed: readonly PlacedAttachment[], kept: readonly KeptAttachment[]): PlacedAttachment[] {
  const known = new Map(kept.map((one) => [`${one.number}\n${one.path}`, one.sha256]));
  return placed.filter(({ number, entry, sha256 }) => known.get(`${number}\n${entry.place}`) !== sha256);
}

function weighed(
  read: ReadClaim,
  kept: PlatformClaim | undefined,
  fresh: readonly PlacedAttachment[],
  policy: Policy,
  sheet: string,
): { readonly claim: WeighedClaim; readonly problems: readonly Problem[] } {
  if (kept === undefined) return { claim: { read, brought: "added", changes: [], again: false }, problems: [] };
  const places = fresh.filter(({ number }) => number === read.number).map(({ entry }) => entry.place);
  const { changes, matters, hindrance } = compareClaim({ ...kept, claimed: kept.claimedFen }, read, places);
  const path = `${sheet}!${read.row}:${read.row}`;
  const elsewhere =
    kept.policy === policy.id
      ? []
      : [{ path, problem: `${read.number} 已按 ${kept.policy} 导入`, expected: "请核对选的栏目对应" }];
  const hindered =
    hindrance === null ? [] : [{ path, problem: hindrance, expected: "先退回补正或撤回决定，再导入；或从表里删去这一行" }];
  const brought = changes.length === 0 ? "unchanged" : "changed";
  return {
    claim: { read, brought, changes, again: matters && isOpen(kept.state) && kept.state !== "received" },
    problems: [...elsewhere, ...hindered],
  };
}

function unknownIn({ claims }: ClaimsReading, names: ReadonlyMap<string, string>) {
  const unknown = new Map(claims.filter(({ uscc }) => !names.has(uscc)).map(({ uscc, name }) => [uscc, name]));
  return [...unknown].map(([uscc, name]) => ({ uscc, name }));
}

function otherNames({ claims, sheet }: ClaimsReading, names: ReadonlyMap<string, string>): string[] {
  return claims.flatMap(({ uscc, name, row }) => {
    const filed = names.get(uscc);
    return filed === undefined || filed === name ? [] : [`${sheet} 第 ${row} 行的单位名称“${name}”与档案里的“${filed}”不同。`];
  });
}

function shortened(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - MOST_PROBLEMS_SIZE;
  if (more <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS_SIZE), { path: "", problem: `此外还有 ${more} 处`, expected: "先改正以上各处" }];
}
