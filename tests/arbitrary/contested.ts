/** Valid dossiers made of conflicts: few projects, many claims, round amounts, so that totals tie and every rule of 就高不重复 decides somewhere. */
import fc from "fast-check";
import { creditCode } from "./credit-code.ts";
import type { RawDossier, RawRow } from "./raw-dossier.ts";

const projects = ["P1", "P2", "P3"] as const;
const wan = (amount: number): string => `${amount * 10_000}.00`;
const money = (...amounts: readonly number[]) => fc.constantFrom(...amounts).map(wan);

/** One claim at most on each project, as a list where a project stands once. */
const once = (prefix: string, facts: fc.Arbitrary<RawRow>): fc.Arbitrary<RawRow[]> =>
  fc
    .tuple(fc.subarray([...projects]), fc.array(facts, { minLength: 3, maxLength: 3 }))
    .map(([chosen, rows]) => chosen.map((project, i) => ({ id: `${prefix}${i + 1}`, project, ...rows[i] })));

const many = (prefix: string, maxLength: number, facts: fc.Arbitrary<RawRow>): fc.Arbitrary<RawRow[]> =>
  fc
    .array(fc.tuple(fc.constantFrom(...projects), facts), { maxLength })
    .map((rows) => rows.map(([project, row], i) => ({ id: `${prefix}${i + 1}`, project, ...row })));

const award = fc.record({
  programme: fc.constantFrom("技改补助", "人才补助"),
  project: fc.constantFrom(...projects, "别处项目"),
  amount: money(0, 1, 3, 5, 6, 10, 20, 30),
  level: fc.constantFrom("local", "higher"),
  returned: fc.constantFrom(false, false, false, true),
});

export function contestedDossier(): fc.Arbitrary<RawDossier> {
  const year = 2023;
  const built = { industry: "鞋服", inUseOn: "2023-06-30", promotes: true, parkKeyProject: false };
  const quanzhou = { claimYear: year };
  return fc.record({
    year: fc.constant(year),
    settings: fc.record({
      interpretations: fc.record({
        "software-sum": fc.constantFrom("all", "all", "largest"),
        "outside-level": fc.constantFrom("any", "any", "local-only"),
        "three-million": fc.constantFrom("included", "included", "not"),
      }),
    }),
    applicant: fc.record({
      uscc: fc.constant(creditCode(7)),
      name: fc.constant("示例企业7"),
      kind: fc.constant("enterprise"),
      industry: fc.constant("1951"),
      roles: fc.constant(["system-integrator"]),
      registeredInJinjiang: fc.constant(true),
      aboveScale: fc.constantFrom(true, true, null),
      fiscalContribution: fc.constantFrom(null, wan(10), wan(500), wan(500)),
      otherLocalAwards: money(0, 5),
    }),
    demonstrationProjects: once(
      "D",
      fc
        .record({ selected: fc.constantFrom(true, null), software: money(0, 25, 50), hardware: money(0, 25, 500) })
        .map((row) => ({ ...built, ...row })),
    ),
    fiveGProjects: once(
      "G",
      fc.record({ quanzhouSubsidy: money(0, 6, 10, 20, 40) }).map((row) => ({ ...quanzhou, ...row })),
    ),
    softwarePurchases: many(
      "S",
      4,
      fc
        .record({ system: fc.constantFrom("ERP", "MES"), softwarePaid: money(0, 50, 50, 100, 150, 200, 250, 300) })
        .map((row) => ({ ...row, paidOn: "2023-05-05" })),
    ),
    cloudServices: many(
      "C",
      3,
      fc.record({ fee: money(0, 4, 5, 6, 10, 11) }).map((row) => ({ ...row, serviceFrom: "2023-01", serviceTo: "2023-12" })),
    ),
    industrialApps: once(
      "A",
      fc.record({ quanzhouSubsidy: money(2, 6, 10) }).map((row) => ({ ...quanzhou, landed: true, ...row })),
    ),
    outsideAwards: fc.array(award, { maxLength: 4 }),
  });
}
