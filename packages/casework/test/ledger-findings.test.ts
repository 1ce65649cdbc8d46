/** The opening ledger without a database: what among awards doesn't go together, over mergers and years, each in a sentence. */

import { makeCreditCode } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import {
  type Award,
  enterpriseLines,
  type FiledAward,
  findDuplicates,
  findOrganisers,
  invoicesIn,
  type Merger,
  organiserClauses,
  projectKeysOf,
} from "../src/index.ts";

const codeOf = (n: number): string => makeCreditCode("91350582", `MC${String(n).padStart(6, "0")}`) ?? "";
const [A, B, C] = [codeOf(1), codeOf(2), codeOf(3)];
const APART = enterpriseLines([]);

let ids = 0;
function award(of: Partial<Award>): FiledAward {
  ids += 1;
  const plain = {
    place: 1,
    source: "ours",
    organ: "工信局",
    policy: "示例规〔2021〕1号",
    clause: "第一条",
    policyYear: 2021,
    claimYear: 2022,
  } as const;
  const rest = {
    budgetYear: null,
    uscc: A,
    payee: "示例鞋业有限公司",
    project: null,
    projectNumber: null,
    organiser: null,
    expense: null,
  } as const;
  const money = {
    invoices: [],
    approved: 1_000,
    paid: null,
    paidOn: null,
    document: null,
    projectKeys: [],
    awardKey: null,
  } as const;
  return { id: `award-${ids}`, ...plain, ...rest, ...money, ...of };
}

describe("what doesn't go together", () => {
  it.each([
    ["12345678901234567890、00012345；87654321", ["12345678901234567890", "00012345", "87654321"]],
    ["１２３ ４;\n123 4", ["1234"]],
    [null, []],
  ])("invoices in a cell: %j", (text, numbers) => expect(invoicesIn(text)).toEqual(numbers));

  it("one invoice in two awards", () => {
    const found = findDuplicates(
      [
        award({ invoices: ["0001", "0002"] }),
        award({ invoices: ["0002"], uscc: B, payee: "示例食品有限公司", organ: "科技局", claimYear: 2023, clause: null }),
        award({ invoices: ["0003"] }),
      ],
      APART,
    );
    expect(found.map(({ sentence }) => sentence)).toEqual([
      "发票 0002 用于 2 笔奖补：示例鞋业有限公司（申报年度 2022），工信局，示例规〔2021〕1号第一条，核定 10.00 元；示例食品有限公司（申报年度 2023），科技局，示例规〔2021〕1号，核定 10.00 元。同一支出只能获得一次补助，请核对。",
    ]);
  });

  it("instalments of one award aren't two awards, but may pay too much or say different sums", () => {
    const part = { invoices: ["0001"], awardKey: "k", document: "示例财〔2022〕5号" };
    expect(findDuplicates([award({ ...part, paid: 400 }), award({ ...part, paid: 600 })], APART)).toEqual([]);
    const over = findDuplicates([award({ ...part, paid: 400 }), award({ ...part, paid: 601 })], APART);
    expect(over.map(({ kind }) => kind)).toEqual(["paid-over-approved"]);
    expect(over[0]?.sentence).toContain("已付合计 10.01 元，超过核定的 10.00 元");
    expect(findDuplicates([award(part), award({ ...part, approved: 2_000 })], APART).map(({ kind }) => kind)).toEqual([
      "approved-differs",
    ]);
  });

  it("one project from two bureaux, by its number or by its name at one applicant", () => {
    const same = (of: Partial<Award>) =>
      award({ ...of, projectKeys: projectKeysOf(of.uscc ?? A, of.project ?? null, of.projectNumber ?? null) });
    const kindsOf = (...awards: FiledAward[]) => findDuplicates(awards, APART).map(({ kind }) => kind);
    expect(kindsOf(same({ project: "数字 工厂" }), same({ project: "数字工厂", organ: "科技局" }))).toEqual([
      "project-two-organs",
    ]);
    expect(kindsOf(same({ projectNumber: "P-1" }), same({ projectNumber: "ｐ-1", uscc: B, organ: "科技局" }))).toEqual([
      "project-two-organs",
    ]);
    expect(
      kindsOf(
        same({ project: "数字工厂", projectNumber: "1" }),
        same({ project: "数字工厂", projectNumber: "1", organ: "科技局" }),
      ),
    ).toHaveLength(1);
    expect(kindsOf(same({ project: "数字工厂" }), same({ project: "数字工厂", uscc: B, organ: "科技局" }))).toEqual([]);
    expect(kindsOf(same({ project: "数字工厂" }), same({ project: "数字工厂" }))).toEqual([]);
  });
});

const withProject = (of: Partial<Award>) =>
  award({ ...of, projectKeys: projectKeysOf(of.uscc ?? A, of.project ?? null, of.projectNumber ?? null) });

describe("one project before and after a merger", () => {
  const [before, after] = [
    { project: "数字工厂", uscc: A, payee: "示例鞋业有限公司" },
    { project: "数字 工厂", uscc: C, payee: "示例集团有限公司" },
  ];
  const found = (mergers: readonly Merger[], organ = "工信局") =>
    findDuplicates([withProject(before), withProject({ ...after, organ, claimYear: 2024 })], enterpriseLines(mergers));
  const chain = [
    { gone: A, into: B },
    { gone: B, into: C },
  ];

  it("is one project, over any number of mergers; without them it is two", () => {
    expect(found([])).toEqual([]);
    expect(found([{ gone: A, into: B }])).toEqual([]);
    expect(found(chain).map(({ kind }) => kind)).toEqual(["project-across-merger"]);
    expect(found(chain, "科技局").map(({ kind }) => kind)).toEqual(["project-two-organs"]);
    expect(found(chain)[0]?.sentence).toContain(
      `示例鞋业有限公司（${A}）、示例集团有限公司（${C}）已合并为一家。同一项目就高不重复，请核对。`,
    );
  });

  it("a circle of mergers ends, and both that went into one are one", () => {
    expect(found([...chain, { gone: C, into: A }]).map(({ kind }) => kind)).toEqual(["project-across-merger"]);
    expect(
      found([
        { gone: A, into: B },
        { gone: C, into: B },
      ]),
    ).toHaveLength(1);
    expect(new Set(enterpriseLines([{ gone: A, into: A }]).values())).toEqual(new Set([A]));
  });
});

const reading = (text: string) => ({ id: text, text });
const POLICY = {
  number: "示例规〔2021〕1号",
  title: "示例办法",
  clauses: [
    { id: "四（一）", label: "第四条第（一）项" },
    { id: "五（一）", label: "第五条第（一）项" },
  ],
  measures: [
    { clause: "四（一）", payee: "组织方（一个团队一个受款单位）" },
    { clause: "五（一）", payee: "行业协会" },
  ],
  interpretations: [
    { clause: "四（一）", words: "一次性给予组织方", readings: [reading("每个政策年度一次"), reading("政策期内只一次")] },
    { clause: "五（一）", words: "每场（次）给予补助", readings: [reading("定额")] },
  ],
} as unknown as Policy;

describe("one organiser across years", () => {
  const found = (...awards: FiledAward[]) => findOrganisers(awards, organiserClauses([POLICY]));
  const session = { clause: "五（一）", organiser: "示例行业协会" };
  const service = { clause: "第四条（一）", payee: "示例研究院" };

  it("is told with its years and awards, and that it is nothing wrong by itself", () => {
    const [finding, ...others] = found(
      award(session),
      award({ ...session, organiser: "示例 行业协会", policyYear: 2023, claimYear: 2024 }),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: "organiser-again", about: "示例行业协会" });
    expect(finding?.sentence).toBe(
      "“示例行业协会”举办、组织的，政策年度 2021、2023 共有 2 笔奖补：示例鞋业有限公司（申报年度 2022），工信局，示例规〔2021〕1号五（一），核定 10.00 元；示例鞋业有限公司（申报年度 2024），工信局，示例规〔2021〕1号五（一），核定 10.00 元。这本身不是重复补助，请看是不是同一场活动、同一项服务。",
    );
  });

  it("several sessions of one year are no finding, instalments are one award", () => {
    expect(found(award(session), award(session))).toEqual([]);
    expect(found(award({ ...session, awardKey: "k" }), award({ ...session, awardKey: "k", policyYear: 2023 }))).toEqual([]);
  });

  it("where a clause pays its organiser once, the clause and its readings are cited, and the payee is the organiser", () => {
    const cited =
      "示例规〔2021〕1号第四条第（一）项“一次性给予组织方”，默认读作“每个政策年度一次”（另一读法：政策期内只一次，须集体决定）。";
    expect(found(award(service), award({ ...service, clause: "四（一）" }))[0]?.sentence).toContain(cited);
    expect(found(award(service), award({ ...session, organiser: "示例研究院", policyYear: 2023 }))[0]?.sentence).not.toContain(
      cited,
    );
    expect(found(award(service), award({ ...service, policy: "别规〔2020〕1号" }))).toEqual([]);
  });

  it("of a great many the first are said, and how many there are", () => {
    const many = Array.from({ length: 30 }, (_, at) => award({ ...session, policyYear: 2000 + at }));
    const sentence = found(...many)[0]?.sentence ?? "";
    expect([sentence.split("；").length, sentence.includes("等 30 笔")]).toEqual([13, true]);
  });
});
