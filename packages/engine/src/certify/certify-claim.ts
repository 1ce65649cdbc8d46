/** What one measure claims, in the certificate's words: its terms as fills of rows, and all items of its list with their use. */
import { formatMoney } from "@zhengdui/basics";
import type { Measure } from "@zhengdui/policy";
import { type Fund, OUTSIDE } from "../allocation-problem.ts";
import { projectOf } from "../claims.ts";
import type { Row as DossierRow, Prepared } from "../dossier.ts";
import type { Posed } from "../engine.ts";
import { falls, type Row, type Term, termsOf } from "../prove/staging.ts";
import { rowsOf } from "../rows.ts";
import type { CertifiedClaim, CertifiedItem, Fills } from "./certificate.ts";

export interface Claimant {
  readonly measure: Measure;
  /** Its place in the policy. */
  readonly m: number;
  readonly dossier: Prepared;
  readonly posed: Posed;
  readonly digest: (text: string) => string;
}

const MONEY = "money";
const ROOM = "≤";

/** Also that of a row of the proof. */
export function rowName(ids: readonly string[], { fund, group, room }: Pick<Row, "fund" | "group" | "room">): string {
  if (fund === OUTSIDE) return MONEY;
  return `${ids[fund] ?? ""}${group === null ? "" : `#${group}`}${room ? ROOM : ""}`;
}

export function certifyClaim(claimant: Claimant): CertifiedClaim {
  const { measure, m, posed, digest } = claimant;
  const fund = posed.combined.problem.funds[m];
  const isApart = posed.combined.competing[m] !== true || fund === undefined;
  const granted = posed.combined.granted[m] ?? 0;
  const terms = isApart
    ? [{ fills: { [MONEY]: formatMoney(granted) } }]
    : termsOf(fund).map((term) => ({ fills: fillsOfTerm(measure.id, fund, term) }));
  const items = itemsOf(claimant, isApart ? null : fund);
  return {
    by: measure.id,
    kind: isApart ? "apart" : fund.kind === "pool" ? "sum" : "each",
    list: listOf(measure) ?? "",
    terms,
    digest: digest(JSON.stringify(terms)),
    claimed: sumsOf(items),
    granted: formatMoney(granted),
    items: items.map(({ fills, ...item }) => ({ ...item, fills: fills === null ? null : writtenFills(fills) })),
  };
}

const listOf = ({ form }: Measure): string | null => (form.kind === "each" || form.kind === "pool" ? form.list : null);

type Filled = Omit<CertifiedItem, "fills"> & { readonly fills: readonly (readonly [string, number])[] | null };

const signed = (fen: number): string => `${fen < 0 ? "-" : ""}${formatMoney(Math.abs(fen))}`;
const writtenFills = (fills: readonly (readonly [string, number])[]): Fills =>
  Object.fromEntries(fills.map(([row, fen]) => [row, signed(fen)]));

function sumsOf(items: readonly Filled[]): Fills {
  const sums = new Map<string, number>();
  for (const [row, fen] of items.flatMap(({ fills }) => fills ?? [])) sums.set(row, (sums.get(row) ?? 0) + fen);
  return writtenFills([...sums]);
}

function fillsOfTerm(id: string, fund: Fund, { money, need, until }: Term): Fills {
  const room = until === null || fund.kind === "each" ? [] : groupNames(id, fund).map((row) => [`${row}${ROOM}`, until] as const);
  const name = need === null ? [] : [[nameOf(id, need.group), -need.from] as const];
  return writtenFills([[MONEY, money], ...name, ...room]);
}

const nameOf = (id: string, group: number | null): string => rowName([id], { fund: 0, group, room: false });

const groupNames = (id: string, fund: Extract<Fund, { kind: "pool" }>): string[] => [
  ...new Set(fund.entries.map(({ group }) => nameOf(id, fund.largest ? group : null))),
];

/** The rows of the claims that the fund's entries stand for, in their order. */
function claimedRows({ m, posed }: Claimant, fund: Fund): readonly DossierRow[] {
  const claim = posed.claims[m];
  if (claim === undefined || fund.entries.length === 0) return [];
  return fund.kind === "pool" ? claim.rows : claim.rows.filter((_, i) => (claim.values[i] ?? 0) > 0);
}

/** `fund`: null where the measure is apart: then whatever pays is kept. */
function itemsOf(claimant: Claimant, fund: Fund | null): Filled[] {
  const { measure, m, dossier, posed } = claimant;
  const list = listOf(measure);
  if (list === null) return [];
  const counted = fund === null ? [] : claimedRows(claimant, fund);
  const fillsOf = (row: DossierRow): Filled["fills"] => {
    if (fund !== null) return fillsOfEntry(measure.id, fund, counted.indexOf(row));
    const claim = posed.claims[m];
    const paid = claim === undefined || claim.alone === 0 ? 0 : (claim.values[claim.rows.indexOf(row)] ?? 0);
    return paid > 0 ? [[MONEY, paid]] : null;
  };
  return rowsOf(dossier, list).map((row, index) => {
    const [project, fills] = [projectOf(row), fillsOf(row)];
    const isKept = fund === null || posed.combined.keeper.get(project) === m;
    return {
      at: `${list}[${index}]`,
      id: String(row.id),
      project,
      use: fills === null ? "none" : isKept ? "kept" : "given-up",
      fills,
    };
  });
}

function fillsOfEntry(id: string, fund: Fund, index: number): Filled["fills"] {
  if (fund.kind === "each") {
    const entry = fund.entries[index];
    return entry === undefined ? null : [[fund.cap === null ? MONEY : nameOf(id, null), entry.amount]];
  }
  const entry = fund.entries[index];
  if (entry === undefined) return null;
  const row = nameOf(id, fund.largest ? entry.group : null);
  return falls(fund)
    ? [
        [row, entry.basis],
        [`${row}${ROOM}`, -entry.basis],
      ]
    : [[row, entry.basis]];
}
