/** What must hold of every dossier: the back ends agree, money is granted once and within its bounds, and the order of the lists means nothing. */
import { readFileSync } from "node:fs";
import { type Backend, createEngine, type Engine, type Explanation, type Prepared, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contestedDossier } from "./arbitrary/contested.ts";
import { creditCode } from "./arbitrary/credit-code.ts";
import { rawDossier } from "./arbitrary/dossier.ts";
import { dossierStream } from "./arbitrary/dossier-stream.ts";
import type { RawDossier, RawRow } from "./arbitrary/raw-dossier.ts";
import { runs } from "./arbitrary/runs.ts";

const file = new URL("../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const policy = JSON.parse(readFileSync(file, "utf8")) as Policy;
const backends: readonly Backend[] = ["generated", "closures", "reference"];
const [generated, closures, reference] = backends.map((backend) => createEngine(policy, backend)) as [Engine, Engine, Engine];

function prepared(engine: Engine, raw: RawDossier): Prepared {
  const read = engine.read(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

const assess = (raw: RawDossier): Result => generated.assess(prepared(generated, raw));
const fen = (money: string): bigint => BigInt(money.replace(".", ""));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Half of them any, half with few projects and many claims. */
const dossiers: fc.Arbitrary<RawDossier> = fc.oneof(rawDossier(), contestedDossier());
const always = (numRuns: number, holds: (raw: RawDossier) => void, of: fc.Arbitrary<RawDossier> = dossiers): void =>
  fc.assert(fc.property(of, holds), { numRuns: runs(numRuns) });

/** bigint in fractions has no JSON; and −0 or a hole would hide in it. */
const plain = (explanation: Explanation): unknown =>
  JSON.parse(JSON.stringify(explanation, (_, value) => (typeof value === "bigint" ? `${value}n` : value)));

/** Everything that the three back ends say, compared; the amounts beside it. */
function agree(raw: RawDossier): void {
  const read = [generated, closures, reference].map((engine) => prepared(engine, raw)) as [Prepared, Prepared, Prepared];
  expect(read[1]).toEqual(read[0]);
  const trees = [generated.explain(read[0]), closures.explain(read[1]), reference.explain(read[2])] as const;
  expect(plain(trees[0])).toEqual(plain(trees[2]));
  expect(plain(trees[1])).toEqual(plain(trees[2]));
  const result = reference.assess(read[2]);
  expect(generated.assess(read[0])).toEqual(result);
  expect(closures.assess(read[1])).toEqual(result);
  for (const [i, engine] of [generated, closures, reference].entries()) {
    const out = new Float64Array(policy.measures.length + 2);
    engine.amounts(read[i] as Prepared, out);
    const wanted = [...result.measures.map((m) => m.amount), result.totals.granted, result.totals.payable];
    expect([...out].map((amount) => (Number.isNaN(amount) ? null : BigInt(amount)))).toEqual(
      wanted.map((money) => (money === null ? null : fen(money))),
    );
  }
}

describe("the three back ends", () => {
  it("explain, assess and compute any dossier alike", () => always(120, agree));

  it("agree on a city", () => {
    const city = dossierStream(23);
    for (let i = 0; i < runs(100); i++) agree(city.next().value);
  });

  /** Firms counted twice, of unknown size, large, elsewhere: around ten and twenty of them. */
  const firms = (prefix: string) =>
    fc.array(fc.integer({ min: 0, max: 21 }), { minLength: 8, maxLength: 45 }).map((of) => of.map((i) => creditCode(i, prefix)));
  const counting = fc
    .record({
      served: firms("MB"),
      odd: fc.array(fc.tuple(fc.nat(44), fc.constantFrom(null, 2_000, 5)), { maxLength: 3 }),
      reports: firms("MC"),
      contracts: firms("MC"),
    })
    .map(
      ({ served, odd, reports, contracts }): RawDossier => ({
        year: 2023,
        applicant: {
          uscc: creditCode(4),
          name: "示例企业4",
          kind: "enterprise",
          industry: "6513",
          roles: ["iiot-platform", "research-institute"],
          registeredInJinjiang: true,
          aboveScale: false,
          fiscalContribution: null,
        },
        servedSmes: served.map((uscc, i) => ({
          uscc,
          industry: "1811",
          inJinjiang: true,
          employees: odd.find(([at]) => at === i)?.[1] ?? 120,
          revenue: "500000000",
          inUseFrom: "2023-01-01",
        })),
        consulting: {
          team: [],
          freeOfCharge: true,
          reports: reports.map((uscc) => ({ uscc, on: "2023-06-01" })),
          contracts: contracts.slice(0, 6).map((uscc) => ({ uscc, on: "2023-06-01" })),
        },
      }),
    );
  it("count distinct firms alike", () => {
    always(80, agree, counting);
    fc.assert(
      fc.property(counting, ({ consulting, ...raw }) => {
        const reported = new Set(consulting?.reports.map((r) => r.uscc));
        const signed = new Set(consulting?.contracts.map((r) => r.uscc).filter((uscc) => reported.has(uscc)));
        const { amount } = assess({ ...raw, consulting } as RawDossier).measures.find((m) => m.id === "4.1") ?? {};
        expect(amount).toBe(reported.size >= 20 && signed.size * 5 >= reported.size ? "100000.00" : "0.00");
      }),
      { numRuns: runs(100) },
    );
  });

  const LARGEST = "9999999999999.99";
  const extreme: fc.Arbitrary<string> = fc
    .oneof(
      fc.constantFrom(
        LARGEST,
        LARGEST,
        "9999999999999",
        "90071992547409.91",
        "90071992547409.92",
        "45035996273704.96",
        "0.01",
        "0",
      ),
      fc.bigInt({ min: 0n, max: 999_999_999_999_999n }).map((n) => `${n / 100n}.${String(n % 100n).padStart(2, "0")}`),
    )
    .map((money) => (Number(money) < 1e13 ? money : LARGEST));
  const longRate = fc
    .tuple(fc.integer({ min: 0, max: 14 }), fc.bigInt({ min: 0n, max: 10n ** 28n - 1n }))
    .map(([percent, rest]) => `0.${String(percent).padStart(2, "0")}${String(rest).padStart(28, "0")}`);
  const itemsOf = (
    make: (i: number, money: string, more: string, rate: string) => RawRow,
    maxLength: number,
  ): fc.Arbitrary<RawRow[]> =>
    fc
      .array(fc.tuple(extreme, extreme, longRate), { maxLength })
      .map((rows) => rows.map(([a, b, rate], i) => make(i, a, b, rate)));

  const enormous = fc
    .record({
      demonstrationProjects: itemsOf(
        (i, software, hardware, grantedRate) => ({
          id: `D${i}`,
          industry: "鞋服",
          software,
          hardware,
          inUseOn: "2023-06-01",
          promotes: i % 3 !== 0,
          parkKeyProject: false,
          selected: true,
          ...(i % 2 === 0 ? { grantedRate } : {}),
        }),
        5,
      ),
      fiveGProjects: itemsOf(
        (i, investment, quanzhouSubsidy) => ({ id: `G${i}`, claimYear: 2023, investment, quanzhouSubsidy }),
        12,
      ),
      softwarePurchases: itemsOf((i, softwarePaid) => ({ id: `S${i}`, system: "ERP", softwarePaid, paidOn: "2023-06-01" }), 9),
      cloudServices: itemsOf(
        (i, fee) => ({ id: `C${i}`, fee, serviceFrom: `${2023 - (i % 6) * 200}-02`, serviceTo: `${2023 + i * 997}-11` }),
        8,
      ),
      industrialApps: itemsOf(
        (i, serviceSpend, quanzhouSubsidy, grantedRate) => ({
          id: `A${i}`,
          claimYear: 2023,
          landed: true,
          serviceSpend,
          quanzhouSubsidy,
          grantedRate,
        }),
        5,
      ),
      outsideAwards: itemsOf(
        (i, amount) => ({ programme: "技改补助", project: `S${i}`, amount, level: i % 2 === 0 ? "local" : "higher" }),
        3,
      ),
      fiscalContribution: extreme,
      otherLocalAwards: extreme,
    })
    .map(
      ({ fiscalContribution, otherLocalAwards, ...lists }): RawDossier => ({
        year: 2023,
        applicant: {
          uscc: creditCode(3),
          name: "示例企业3",
          kind: "enterprise",
          industry: "1951",
          registeredInJinjiang: true,
          aboveScale: true,
          fiscalContribution,
          otherLocalAwards,
        },
        ...lists,
      }),
    );
  it("agree where figures leave the exact range of a double, and on rates of thirty decimals", () => always(60, agree, enormous));
});

describe("what is granted", () => {
  it("is within what each measure pays alone, and adds up", () =>
    always(250, (raw) => {
      const { measures, totals } = assess(raw);
      for (const { id, amount, granted, potential, items } of measures) {
        expect(fen(granted) <= fen(amount), `${id} granted`).toBe(true);
        expect(fen(potential) >= fen(amount), `${id} potential`).toBe(true);
        const paid = items.filter((item) => item.granted !== null);
        for (const item of paid) expect(fen(item.granted as string) <= fen(item.amount as string), `${id} ${item.id}`).toBe(true);
        if (paid.length > 0) expect(sum(paid.map((item) => fen(item.granted as string))), `${id} items`).toBe(fen(granted));
      }
      expect(fen(totals.granted)).toBe(sum(measures.map((m) => fen(m.granted))));
      expect(fen(totals.amount)).toBe(sum(measures.map((m) => fen(m.amount))));
    }));

  it("funds no project twice: neither under two measures nor beside an outside award that stands", () =>
    always(250, (raw) => {
      const read = prepared(generated, raw);
      const { measures, totals } = generated.assess(read);
      const combined = generated.combine(read, generated.explain(read));
      const payers = new Map<string, Set<string>>();
      for (const m of measures)
        for (const item of m.items) {
          const funded =
            item.granted === null ? fen(m.granted) > 0n && counted(item.marks, item.reasons) : fen(item.granted) > 0n;
          if (funded) payers.set(item.project, (payers.get(item.project) ?? new Set()).add(m.id));
        }
      for (const [project, by] of payers) expect([...by], project).toHaveLength(1);
      const standing = [...combined.awards].filter(([project]) => !payers.has(project) && combined.keeper.get(project) === -1);
      expect(fen(totals.outsideStanding)).toBe(sum(standing.flatMap(([, list]) => list.map((a) => BigInt(a.amount)))));
    }));

  it("stays, once payable, under the applicant's contribution, other local awards counted", () =>
    always(250, (raw) => {
      const read = prepared(generated, raw);
      const { totals } = generated.assess(read);
      if (raw.applicant.kind !== "enterprise" || totals.payable === null || fen(totals.payable) === 0n) return;
      const local = BigInt(generated.combine(read, generated.explain(read)).standingLocal);
      const other = BigInt(read.applicant.otherLocalAwards as number) + local;
      expect(fen(totals.payable) + other <= BigInt(read.applicant.fiscalContribution as number)).toBe(true);
      expect(fen(totals.payable) + fen(totals.ceilingCut as string)).toBe(fen(totals.granted));
    }));

  it("is never less in sum, outside awards included, than without 就高不重复's choice of any one measure", () =>
    always(120, (raw) => {
      const { measures, totals } = assess(raw);
      const own = measures.map((m) => fen(m.amount));
      expect(fen(totals.granted) + fen(totals.outsideStanding) >= own.reduce(most, 0n)).toBe(true);
    }));
});

/** Of an item that is added up: does it count and keep its project? */
const counted = (marks: readonly string[], reasons: readonly string[]): boolean =>
  !marks.includes("given-up") && reasons.length === 0;

type Lists = Readonly<Record<string, readonly RawRow[] | undefined>>;

describe("the order of the lists", () => {
  it("changes nothing but the order of the items", () => {
    const shuffled = dossiers.chain((raw) => {
      const { consulting, ...rest } = raw;
      const lists = Object.entries({ ...(rest as unknown as Lists), ...consulting }).filter(
        ([key, rows]) => key !== "team" && Array.isArray(rows),
      );
      const orders = lists.map(([key, rows]) =>
        fc
          .shuffledSubarray([...(rows as RawRow[])], { minLength: (rows as RawRow[]).length })
          .map((order) => [key, order] as const),
      );
      return fc.tuple(...orders).map((found) => {
        const { reports, contracts, ...top } = Object.fromEntries(found);
        const inside = consulting === undefined ? {} : { consulting: { ...consulting, reports, contracts } };
        return [raw, { ...raw, ...top, ...inside } as RawDossier] as const;
      });
    });
    fc.assert(
      fc.property(shuffled, ([raw, other]) => {
        expect(unordered(assess(other))).toEqual(unordered(assess(raw)));
      }),
      { numRuns: runs(200) },
    );
  });
});

/** Items by id, conditions and gaps without their places in the list; marks as sets. */
function unordered(result: Result): unknown {
  const byText = <T>(rows: readonly T[]): string[] => rows.map((row) => JSON.stringify(row).replace(/\[\d+\]/g, "[]")).sort();
  return {
    ...result,
    measures: result.measures.map((m) => ({
      ...m,
      items: byText(m.items.map((item) => ({ ...item, marks: [...item.marks].sort() }))),
      conditions: byText(m.conditions),
      gaps: byText(m.gaps.map((g) => ({ ...g, changes: byText(g.changes) }))),
      marks: [...m.marks].sort(),
    })),
    givenUp: byText(result.givenUp),
    marks: [...result.marks].sort(),
  };
}

describe("spending more", () => {
  const spending: readonly (readonly [list: string, measure: string, keys: readonly string[]])[] = [
    ["demonstrationProjects", "1.1", ["software", "hardware"]],
    ["fiveGProjects", "1.2", ["investment"]],
    ["industrialInternetProjects", "1.3", ["investment"]],
    ["softwarePurchases", "2.2", ["softwarePaid"]],
    ["cloudServices", "2.3", ["fee"]],
    ["platforms", "3.1", ["investment"]],
    ["industrialApps", "3.2", ["serviceSpend"]],
  ];
  const THREE_MILLION = 300_000_000;

  it("never lowers that measure's amount (but to exactly 300万 where the reading leaves that sum in no tier)", () => {
    const raised = fc.tuple(
      dossiers,
      fc.nat(),
      fc.oneof(fc.integer({ min: 1, max: 400 * 1_000_000 }), fc.constantFrom(1, 100, 50_000_000, 100_000_000)),
    );
    let [tried, holes] = [0, 0];
    fc.assert(
      fc.property(raised, ([raw, which, by]) => {
        const lists = raw as unknown as Lists;
        const places = spending.flatMap(([list, measure, keys]) =>
          (lists[list] ?? []).flatMap((row, i) =>
            keys.filter((key) => row[key] != null).map((key) => ({ list, measure, key, i })),
          ),
        );
        const at = places[which % Math.max(1, places.length)];
        if (at === undefined) return;
        const now = Math.round(Number(lists[at.list]?.[at.i]?.[at.key]) * 100);
        const more = Math.min(now + by, 999_999_999_999_999);
        const rows = (lists[at.list] ?? []).map((row, i) =>
          i === at.i ? { ...row, [at.key]: `${Math.floor(more / 100)}.${String(more % 100).padStart(2, "0")}` } : row,
        );
        const [before, after] = [assess(raw), assess({ ...raw, [at.list]: rows } as RawDossier)].map((r) =>
          r.measures.find((m) => m.id === at.measure),
        );
        tried += 1;
        if (after === undefined || before === undefined) throw new Error(at.measure);
        const why = generated.explain(prepared(generated, { ...raw, [at.list]: rows } as RawDossier))[
          policy.measures.findIndex((m) => m.id === at.measure)
        ];
        const total = why?.body.find((w) => w.of.kind === "sum")?.value;
        const reading = (raw.settings?.interpretations as Record<string, string> | undefined)?.["three-million"];
        if (at.measure === "2.2" && reading === "not" && total === THREE_MILLION) {
          holes += 1;
          expect(after.amount).toBe("0.00");
          return;
        }
        expect(fen(after.amount) >= fen(before.amount), `${at.list}[${at.i}].${at.key} + ${by}`).toBe(true);
      }),
      { numRuns: runs(250) },
    );
    expect(tried).toBeGreaterThan(100);
    expect(holes).toBeGreaterThanOrEqual(0);
  });
});

describe("the result", () => {
  it("is plain JSON: no undefined, no NaN, no number of money, nothing lost on the way", () =>
    always(150, (raw) => {
      const result = assess(raw);
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      const walk = (value: unknown, path: string): void => {
        expect(value, path).not.toBeUndefined();
        if (typeof value === "number") expect(Number.isSafeInteger(value), path).toBe(true);
        if (typeof value === "object" && value !== null)
          for (const [key, below] of Object.entries(value)) walk(below, `${path}.${key}`);
      };
      walk(result, "");
      for (const money of [
        ...result.measures.flatMap((m) => [m.amount, m.granted, m.potential]),
        result.totals.amount,
        result.totals.granted,
      ])
        expect(money).toMatch(/^\d+\.\d\d$/);
    }));
});
