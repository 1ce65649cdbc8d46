/** Changes one thing of a certificate, systematically: every kind of change wherever it can be made. Whoever tampers also seals anew. */
import type { CertifiedApplicant, RoundCertificate } from "@zhengdui/engine";
import { sha256 } from "../../apps/cli/src/certificate-text.ts";

export type Sealed = RoundCertificate & { readonly seal: string };

export interface Tampered {
  readonly kind: string;
  /** What was changed. */
  readonly where: string;
  readonly certificate: Sealed;
}

type Path = readonly (string | number)[];

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function sealed({ seal: _, ...body }: Sealed): Sealed {
  return { ...body, seal: sha256(JSON.stringify(body)) };
}

function withValue(certificate: Sealed, path: Path, value: unknown): Sealed {
  const next = copy(certificate);
  let at = next as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path[path.length - 1] as string | number] = value;
  return sealed(next);
}

/** All that stands in the certificate, lists and objects too. */
function everything(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  const parts = Object.entries(value).flatMap(([key, one]) =>
    everything(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [{ path, value }, ...parts];
}

const isMoney = (value: string): boolean => /^-?\d+\.\d\d$/.test(value);

/** Some 分 more. */
function otherMoney(text: string, step: bigint): string {
  const fen = BigInt(text.replace(".", "")) + step;
  const [sign, size] = fen < 0n ? ["-", -fen] : ["", fen];
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
}

/** What stands in a place instead, one after the other. */
function othersOf(value: unknown, path: Path, step: bigint): unknown[] {
  if (path.includes("proof")) return [];
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1];
  if (value === null) return ["0.00"];
  if (Array.isArray(value)) {
    const [first, second, ...rest] = value;
    if (first === undefined) return [];
    // The order of keepers says nothing: their proof may well be the same.
    const isOrdered = second !== undefined && path.at(-1) !== "keepers";
    return [value.slice(1), [first, ...value], ...(isOrdered ? [[second, first, ...rest]] : [])];
  }
  if (typeof value === "object") return path.length === 0 ? [] : [null];
  const text = value as string;
  if (isMoney(text)) return [otherMoney(text, step), otherMoney(text, -1n), null];
  const uses = path.at(-1) === "use" ? ["kept", "given-up", "none"].filter((use) => use !== text) : [];
  return [`${text}0`, text.replace(/^./, (c) => (c === "0" ? "1" : "0")), ...uses];
}

const kindOf = (path: Path): string =>
  path
    .filter((key) => typeof key === "string")
    .slice(1)
    .join(".");

function byPlace(certificate: Sealed, step: bigint): Tampered[] {
  return everything(certificate).flatMap(({ path, value }) =>
    path.length === 1 && path[0] === "seal"
      ? []
      : othersOf(value, path, step).map((other) => ({
          kind: `${path[0]} ${kindOf(path)}`.trim(),
          where: `${path.join(".")}: ${JSON.stringify(other)?.slice(0, 60)}`,
          certificate: withValue(certificate, path, other),
        })),
  );
}

/** A rival keeps the project, the uses of its items and all sums say so too: lawful, but for the proof. */
function byKeeper(certificate: Sealed): Tampered[] {
  const rivals = ({ claims }: CertifiedApplicant, project: string): string[] =>
    claims.flatMap(({ by, items }) => (items.some((item) => item.project === project && item.fills !== null) ? [by] : []));
  return certificate.applicants.flatMap((applicant, i) =>
    applicant.keepers.flatMap(({ project, keeper }, k) =>
      [...rivals(applicant, project), "stranger"]
        .filter((rival) => rival !== keeper)
        .map((rival) => ({
          kind: rival === "stranger" ? "keeper: a stranger" : "keeper: a rival",
          where: `${applicant.uscc} ${project}: ${rival}`,
          certificate: withValue(certificate, ["applicants", i, "keepers", k, "keeper"], rival),
        })),
    ),
  );
}

/** The proof: a way more, a way less, another order, fewer stages, no prices. */
function byProof(certificate: Sealed): Tampered[] {
  return certificate.applicants.flatMap(({ proof, uscc }, i) => {
    if (proof === null) return [];
    const { order, layers, prices } = proof;
    const put = (kind: string, other: unknown): Tampered => {
      return { kind: `proof: ${kind}`, where: uscc, certificate: withValue(certificate, ["applicants", i, "proof"], other) };
    };
    const last = layers.length - 1;
    const bounded = layers.findIndex((layer) => layer.includes("-"));
    return [
      put("a stage left out", { ...proof, order: order.slice(1) }),
      put("a stage twice", { ...proof, order: [order[0], ...order.slice(0, -1)] }),
      put("a layer left out", { ...proof, layers: layers.slice(0, -1) }),
      put("a way more", { ...proof, layers: layers.with(last, `${layers[last]} 0`) }),
      put("covered by itself", { ...proof, layers: layers.with(0, `1${(layers[0] ?? "").replace(/^\S+/, "")}`) }),
      ...(bounded < 0 ? [] : [put("no prices", { ...proof, prices: [] })]),
      ...prices.slice(0, 1).map((line) => put("prices of nothing", { ...proof, prices: [{ ...line, money: "0" }] })),
    ];
  });
}

/** Each applicant's results under another's name. */
function byName(certificate: Sealed): Tampered[] {
  const [first, second, ...rest] = certificate.applicants;
  if (first === undefined || second === undefined) return [];
  const named = (one: CertifiedApplicant, { uscc, name }: CertifiedApplicant) => ({ ...one, uscc, name });
  const applicants = [named(second, first), named(first, second), ...rest];
  return [{ kind: "results exchanged", where: "", certificate: withValue(certificate, ["applicants"], applicants) }];
}

export function tamperWithCertificate(certificate: Sealed, step: bigint): Tampered[] {
  const unsealed = { ...certificate, seal: certificate.seal.replace(/^./, "x") };
  return [
    ...byPlace(certificate, step),
    ...byKeeper(certificate),
    ...byProof(certificate),
    ...byName(certificate),
    { kind: "seal", where: "", certificate: unsealed },
  ].filter((one) => JSON.stringify(one.certificate) !== JSON.stringify(certificate));
}
