/** GET /api/office/ledger: earlier awards by invoice, project, organiser, enterprise or year, and what among them doesn't go together. */
import { ok } from "@zhengdui/basics";
import {
  enterpriseLines,
  type FiledAward,
  type FindingKind,
  findDuplicates,
  findOrganisers,
  type LedgerFinding,
  organiserClauses,
  organiserOf,
} from "@zhengdui/casework";
import { awardsOfOrganisers, awardsPage, type LedgerQuery, mergersAround, relatedAwards, type Tx } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";

/** How many rows elsewhere are looked through for what a page's rows share. */
const RELATED_ROWS = 2_000;

const year = z.coerce.number().int().min(1990).max(2100).optional();
const words = z.string().trim().min(1).max(100).optional();
const nullable = z.string().nullable();

const query = z.strictObject({
  invoice: words,
  project: words,
  organiser: words,
  uscc: z.string().length(18).optional(),
  payee: words,
  year,
  yearOf: z.enum(["policy", "claim", "budget"]).default("claim"),
  after: z
    .string()
    .regex(/^\d{4}_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const award = z.object({
  id: z.string(),
  source: z.enum(["ours", "other"]),
  organ: z.string(),
  policy: z.string(),
  clause: nullable,
  policyYear: z.int(),
  claimYear: z.int(),
  budgetYear: z.int().nullable(),
  uscc: z.string(),
  payee: z.string(),
  project: nullable,
  projectNumber: nullable,
  organiser: nullable,
  invoices: z.array(z.string()),
  /** 分 */
  expense: z.int().nullable(),
  approved: z.int(),
  paid: z.int().nullable(),
  paidOn: nullable,
  document: nullable,
});

const finding = z.object({
  kind: z.enum([
    ...["invoice-twice", "project-two-organs", "project-across-merger"],
    ...["organiser-again", "paid-over-approved", "approved-differs"],
  ] as const satisfies readonly FindingKind[]),
  about: z.string(),
  sentence: z.string(),
  awards: z.array(z.string()),
});

const answer = z.object({
  awards: z.array(award),
  findings: z.array(finding),
  /** true: more rows share something with these than were looked through. */
  partial: z.boolean(),
  next: nullable,
});

export function ledgerRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/ledger",
    action: "ledger.read",
    summary: "历年奖补：按发票、项目、举办单位、企业或年度，连同重复之处",
    query,
    answer,
    about: ({ query }) => ({ kind: "ledger", id: "search", ...(query.uscc === undefined ? {} : { uscc: query.uscc }) }),
    handle: async ({ tx, query }) => {
      const page = await awardsPage(tx, asked(query));
      const { findings, partial } = await findingsOf(tx, parts, page);
      const last = page.length < query.limit ? undefined : page.at(-1);
      return ok({
        awards: page.map(shownAward),
        findings: findings.map((one) => ({ ...one, awards: [...one.awards] })),
        partial,
        next: last === undefined ? null : `${last.claimYear}_${last.id}`,
      });
    },
  });
}

/** What is doubtful about the rows of a page, held against all others. */
async function findingsOf(
  tx: Tx,
  { policies }: OfficeParts,
  page: readonly FiledAward[],
): Promise<{ readonly findings: readonly LedgerFinding[]; readonly partial: boolean }> {
  const lines = enterpriseLines(
    await mergersAround(
      tx,
      page.map(({ uscc }) => uscc),
    ),
  );
  const clauses = organiserClauses(policies);
  const organisers = page.flatMap((award) => organiserOf(award, clauses) ?? []);
  const [related, organised] = [
    await relatedAwards(tx, page, lines, RELATED_ROWS),
    await awardsOfOrganisers(tx, organisers, RELATED_ROWS),
  ];
  const own = new Set(page.map(({ id }) => id));
  const isShown = ({ awards }: LedgerFinding): boolean => awards.some((id) => own.has(id));
  const findings = [
    ...findDuplicates(together(page, related), lines),
    ...findOrganisers(together(page, organised), clauses),
  ].filter(isShown);
  return { findings, partial: [related, organised].some(({ length }) => length === RELATED_ROWS) };
}

function together(page: readonly FiledAward[], others: readonly FiledAward[]): readonly FiledAward[] {
  const ids = new Set(page.map(({ id }) => id));
  return [...page, ...others.filter(({ id }) => !ids.has(id))];
}

const shownAward = (one: FiledAward) => ({ ...one, invoices: [...one.invoices] });

function asked({ invoice, project, organiser, uscc, payee, year, yearOf, after, limit }: z.output<typeof query>): LedgerQuery {
  const [claimYear, id] = after?.split("_") ?? [];
  return {
    limit,
    ...(invoice === undefined ? {} : { invoice: invoice.normalize("NFKC").replace(/\s/g, "") }),
    ...(project === undefined ? {} : { project }),
    ...(organiser === undefined ? {} : { organiser }),
    ...(uscc === undefined ? {} : { uscc }),
    ...(payee === undefined ? {} : { payee }),
    ...(year === undefined ? {} : { [`${yearOf}Year`]: year }),
    ...(claimYear === undefined || id === undefined ? {} : { after: { claimYear: Number(claimYear), id } }),
  };
}
