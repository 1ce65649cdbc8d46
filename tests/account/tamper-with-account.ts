/** Changes one thing of an account, systematically: every kind of change wherever it can be made. Whoever tampers also seals anew. */
import { createHash } from "node:crypto";
import type { AccountedApplicant, RoundAccount } from "@zhengdui/engine";

type Json = Record<string, unknown> | unknown[];
type Sealed = RoundAccount & { seal: string };

export interface Tampered {
  readonly kind: string;
  /** What was changed. */
  readonly where: string;
  readonly account: Sealed;
}

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

function leaves(value: unknown, path: readonly (string | number)[] = []): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, Array.isArray(value) ? Number(key) : key]));
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function withValue(account: Sealed, path: readonly (string | number)[], value: unknown): Sealed {
  const next = copy(account);
  let at = next as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path[path.length - 1] as string | number] = value;
  return next;
}

export function sealed(account: Sealed): Sealed {
  const { seal: _, ...body } = account;
  return { ...account, seal: createHash("sha256").update(JSON.stringify(body)).digest("hex") };
}

/** One 分 more, or some 元. */
function otherMoney(text: string, step: bigint): string {
  const fen = BigInt(text.replace(".", "")) + step;
  return `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
}

const isMoney = (value: unknown): value is string => typeof value === "string" && /^\d+\.\d\d$/.test(value);

/** The kind of a leaf, and what stands there instead. */
function changesOf({ path, value }: Leaf, step: bigint): [string, unknown][] {
  const last = String(path.at(-1));
  if (last === "score" && value !== null) return [["score", String(Number(value) + 1)]];
  if (last === "place") return [["place", value === null ? 1 : (value as number) + 1]];
  if (last === "selected") return [["selection", value === true ? null : true]];
  if (last === "places") return [["places", (value as number) + 1]];
  if (last === "keeper") return [["keeper: a stranger", "9.9"]];
  if (last === "use") return [["use of an expense", value === "kept" ? "none" : "kept"]];
  if (last === "toRepay") return [[last, !value]];
  if (last === "choices" && value !== null) return [["choices", String(Number(value) + 1)]];
  if (["hash", "sha256", "version", "id", "uscc", "name", "project", "programme", "at", "year", "stated"].includes(last))
    return other(last, path, value);
  if (!isMoney(value)) return [];
  const named: Record<string, string> = { from: "step", value: "step", cap: "cap", total: "total" };
  return [[named[last] ?? `amount: ${last}`, otherMoney(value, step)]];
}

function other(last: string, path: readonly (string | number)[], value: unknown): [string, unknown][] {
  if (last === "hash" || last === "sha256") return [["digest", String(value).replace(/./, (c) => (c === "0" ? "1" : "0"))]];
  if (path[0] === "engine") return [];
  if (last === "year") return [["year", (value as number) + 1]];
  if (last === "stated") return [["stated", !value]];
  return [[`name: ${last}`, `${String(value)}0`]];
}

const byLeaf = (account: Sealed, step: bigint): Tampered[] =>
  leaves(account).flatMap((leaf) =>
    changesOf(leaf, step).flatMap(([kind, value]) =>
      value === leaf.value ? [] : [{ kind, where: leaf.path.join("."), account: sealed(withValue(account, leaf.path, value)) }],
    ),
  );

/** In every list of the account: one left out, one twice, two exchanged. */
function byList(account: Sealed): Tampered[] {
  const lists: { path: (string | number)[]; list: unknown[] }[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value) && value.length > 0) lists.push({ path, list: value });
    for (const [key, one] of Object.entries(value as Json)) visit(one, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(account, []);
  return lists.flatMap(({ path, list }) => {
    const name = path.findLast((key) => typeof key === "string") as string;
    const put = (kind: string, changed: unknown[]): Tampered => ({
      kind: `${kind}: ${name}`,
      where: path.join("."),
      account: sealed(withValue(account, path, changed)),
    });
    const exchanged = list.length > 1 && name !== "selection" ? [put("exchanged", [list[1], list[0], ...list.slice(2)])] : [];
    return [put("left out", list.slice(1)), put("twice", [list[0], ...list]), ...exchanged];
  });
}

const claimants = (applicant: AccountedApplicant, project: string): string[] => [
  ...applicant.claims.flatMap((claim) => (claim.entries.some((entry) => entry.project === project) ? [claim.measure] : [])),
  ...(applicant.outside.some((award) => award.competes && award.project === project) ? ["outside"] : []),
];

function byHand(account: Sealed): Tampered[] {
  const put = (kind: string, where: string, path: (string | number)[], value: unknown): Tampered => {
    return { kind, where, account: sealed(withValue(account, path, value)) };
  };
  const keepers = account.applicants.flatMap((applicant, i) =>
    applicant.keepers.flatMap(({ project, keeper }, k) =>
      claimants(applicant, project)
        .filter((rival) => rival !== keeper)
        .map((rival) => put("keeper: a rival", project, ["applicants", i, "keepers", k, "keeper"], rival)),
    ),
  );
  const moved = account.applicants.flatMap((applicant, i) =>
    applicant.uses.flatMap(({ at, measure }, u) =>
      applicant.measures
        .filter(({ id }) => id !== measure)
        .map(({ id }) => put("an expense moved", at, ["applicants", i, "uses", u, "measure"], id)),
    ),
  );
  const [first, second] = account.applicants;
  const exchanged = first && second ? [put("applicants' results exchanged", "", ["applicants"], exchange(account))] : [];
  const unsealed = { kind: "seal", where: "seal", account: { ...account, seal: account.seal.replace(/./, "x") } };
  const engine = { kind: "not sealed anew", where: "engine", account: { ...account, engine: { version: "9" } } };
  return [...keepers, ...moved, ...exchanged, unsealed, engine];
}

/** Each under the other's name. */
function exchange({ applicants }: Sealed): AccountedApplicant[] {
  const [first, second, ...rest] = copy(applicants) as [AccountedApplicant, AccountedApplicant, ...AccountedApplicant[]];
  const named = (one: AccountedApplicant, as: AccountedApplicant) => ({ ...one, at: as.at, uscc: as.uscc, name: as.name });
  return [named(second, first), named(first, second), ...rest];
}

export function tamperWithAccount(account: Sealed, step: bigint): Tampered[] {
  return [...byLeaf(account, step), ...byList(account), ...byHand(account)].filter(
    (one) => JSON.stringify(one.account) !== JSON.stringify(account),
  );
}
