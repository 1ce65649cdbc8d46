/** Packages and claims as the interface shows them: amounts in 元 as texts, moments as ISO. */
import { formatMoney } from "@zhengdui/basics";
import { CLAIM_STAGE_IDS, CLAIM_STAGES, type ClaimStage } from "@zhengdui/casework";
import type { DecisionRow, KeptAttachment, PackageRow, PlatformClaim } from "@zhengdui/store";
import { z } from "zod";
import type { WeighedClaim, WeighedPackage } from "./weigh-package.ts";

export const stage = z.enum(CLAIM_STAGE_IDS as [ClaimStage, ...ClaimStage[]]);
const nullable = z.string().nullable();
const money = z.string().nullable().meta({ description: "元，两位小数" });
const moment = z.iso.datetime().nullable();
const change = z.object({ field: z.string(), from: nullable, to: nullable });

export const packageAnswer = z.object({
  id: z.string(),
  mapping: z.string(),
  policy: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  attachments: z.int(),
  importedBy: z.string(),
  importedAt: z.iso.datetime(),
});

export const shownPackage = (one: PackageRow): z.input<typeof packageAnswer> => ({
  ...{ id: one.id, mapping: one.mappingId, policy: one.policy, fileName: one.fileName, sha256: one.sha256 },
  ...{ added: one.addedCount, changed: one.changedCount, unchanged: one.unchangedCount, attachments: one.attachmentCount },
  ...{ importedBy: one.importedBy, importedAt: one.importedAt.toISOString() },
});

export const claimAnswer = z.object({
  number: z.string(),
  package: z.string(),
  policy: z.string(),
  uscc: z.string(),
  name: z.string(),
  clause: nullable,
  project: nullable,
  claimed: money,
  state: stage,
  stateLabel: z.string(),
  reason: nullable,
  approved: money,
  decidedAt: moment,
  exportedAt: moment,
});

const inYuan = (fen: number | null): string | null => (fen === null ? null : formatMoney(fen));

export const shownClaim = (one: PlatformClaim): z.input<typeof claimAnswer> => ({
  ...{ number: one.number, package: one.packageId, policy: one.policy, uscc: one.uscc, name: one.name },
  ...{ clause: one.clause, project: one.project, claimed: inYuan(one.claimedFen) },
  ...{ state: one.state, stateLabel: CLAIM_STAGES[one.state], reason: one.reason, approved: inYuan(one.approvedFen) },
  ...{ decidedAt: one.decidedAt?.toISOString() ?? null, exportedAt: one.exportedAt?.toISOString() ?? null },
});

export const broughtAnswer = claimAnswer.extend({
  brought: z.enum(["added", "changed", "unchanged"]),
  changes: z.array(change),
});

export const wholeClaimAnswer = claimAnswer.extend({
  facts: z.record(z.string(), z.unknown()),
  others: z.record(z.string(), z.string()),
  attachments: z.array(
    z.object({
      path: z.string(),
      file: z.string(),
      name: z.string(),
      mediaType: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
    }),
  ),
  decisions: z.array(
    z.object({ from: stage, to: stage, reason: nullable, approved: money, decidedBy: z.string(), decidedAt: z.iso.datetime() }),
  ),
});

export const shownWhole = (
  one: PlatformClaim,
  attachments: readonly KeptAttachment[],
  decisions: readonly DecisionRow[],
): z.input<typeof wholeClaimAnswer> => ({
  ...shownClaim(one),
  facts: { ...one.facts },
  others: { ...one.others },
  attachments: attachments.map(({ path, fileId, name, mediaType, sizeBytes, sha256 }) => ({
    ...{ path, file: fileId, name, mediaType, sizeBytes, sha256 },
  })),
  decisions: decisions.map((row) => ({
    ...{ from: row.fromState, to: row.toState, reason: row.reason, approved: inYuan(row.approvedFen) },
    ...{ decidedBy: row.decidedBy, decidedAt: row.decidedAt.toISOString() },
  })),
});

const weighedClaim = z.object({
  row: z.int(),
  number: z.string(),
  uscc: z.string(),
  name: z.string(),
  project: nullable,
  claimed: money,
  brought: z.enum(["added", "changed", "unchanged"]),
  changes: z.array(change),
});

export const weighedAnswer = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  attachments: z.int(),
  claims: z.array(weighedClaim).meta({ description: "至多 500 件，有变化的在前" }),
  unknownUnits: z.array(z.object({ uscc: z.string(), name: z.string() })),
  notes: z.array(z.string()),
});

const SHOWN_ROWS = 500;

export function shownWeighed({ claims, attachments, unknownUnits, notes }: WeighedPackage): z.input<typeof weighedAnswer> {
  const of = (brought: WeighedClaim["brought"]) => claims.filter((one) => one.brought === brought);
  const [added, changed, unchanged] = [of("added"), of("changed"), of("unchanged")];
  return {
    ...{ added: added.length, changed: changed.length, unchanged: unchanged.length, attachments: attachments.length },
    claims: [...changed, ...added, ...unchanged].slice(0, SHOWN_ROWS).map(shownWeighedClaim),
    unknownUnits: unknownUnits.map((one) => ({ ...one })),
    notes: [...notes],
  };
}

const shownWeighedClaim = ({ read, brought, changes }: WeighedClaim): z.input<typeof weighedClaim> => ({
  ...{ row: read.row, number: read.number, uscc: read.uscc, name: read.name, project: read.project },
  ...{ claimed: inYuan(read.claimed), brought, changes: changes.map((one) => ({ ...one })) },
});
