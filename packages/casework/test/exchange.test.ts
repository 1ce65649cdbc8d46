/** Packages as tables: archives that must not be opened, cells of claims, places of attachments, the ways of a claim. */

import { makeCreditCode } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  type ClaimMapping,
  checkDecision,
  findDirectory,
  numberAt,
  PACKAGE_LIMITS,
  placeFault,
  planPackage,
  readClaims,
  readDirectory,
  type SheetCell,
} from "../src/index.ts";

const directoryOf = (zip: Uint8Array) => {
  const place = findDirectory(zip, zip.length);
  return place.ok
    ? readDirectory(zip.subarray(place.value.offset, place.value.offset + place.value.bytes), place.value.count)
    : place;
};
/** In every record of the directory, by the offset within it. */
const changed = (zip: Uint8Array, offset: number, value: number, size: 2 | 4) => {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++)
    if (view.getUint32(at, true) === 0x02014b50)
      size === 2 ? view.setUint16(at + offset, value, true) : view.setUint32(at + offset, value, true);
  return copy;
};
const zipped = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)])));
/** One entry whose name is these bytes. */
const namedBy = (...bytes: number[]) => {
  const zip = zipped("x".repeat(bytes.length));
  const mark = strToU8("x".repeat(bytes.length));
  const at = Buffer.from(zip).lastIndexOf(mark);
  zip.set(bytes, at);
  return zip;
};

describe("an archive", () => {
  it.each([
    ["a path out of it", zipped("../a.pdf"), /压缩包之外/],
    ["such a path within", zipped("a/../../b.pdf"), /压缩包之外/],
    ["an absolute path", zipped("/etc/passwd"), /压缩包之外/],
    ["a drive", zipped("C:\\a.pdf"), /压缩包之外/],
    ["a symbolic link", changed(zipped("a.pdf"), 38, 0xa1ff0000, 4), /符号链接/],
    ["a password", changed(zipped("a.pdf"), 8, 1, 2), /加了密码/],
    ["another packing", changed(zipped("a.pdf"), 10, 9, 2), /解不开/],
    ["a huge file", changed(zipped("a.pdf"), 24, 0x7fffffff, 4), /文件太大/],
    [
      "a bomb of many files",
      changed(zipped(...Array.from({ length: 40 }, (_, at) => `${at}.pdf`)), 24, 20 * 1024 * 1024, 4),
      /解开后过大/,
    ],
    ["one name twice", zipped("a.pdf", "A.PDF"), /同名/],
    ["a name that turns", zipped("发票\u202Efdp.exe"), /看不见/],
    ["a name in no encoding", namedBy(0xff, 0xfe, 0xff), /读不出来/],
    ["its beginning alone", zipped("a.pdf").subarray(0, 30), /不完整/],
  ])("with %s is refused by name", (_, zip, words) => {
    const read = directoryOf(zip);
    expect(read.ok ? [] : read.errors.map(({ problem }) => problem)).toContainEqual(expect.stringMatching(words));
  });

  it("with too many files says how many it may hold", () => {
    const zip = zipped("a");
    const view = new DataView(zip.buffer);
    for (const at of [8, 10]) view.setUint16(zip.length - 22 + at, PACKAGE_LIMITS.entries + 1, true);
    expect(findDirectory(zip, zip.length)).toMatchObject({ errors: [{ expected: expect.stringMatching(/至多 5000 个/) }] });
  });

  it("has names in GBK and with backslashes", () => {
    const gbk = [0xb7, 0xa2, 0xc6, 0xb1, 0x5c, 0x31];
    expect(directoryOf(namedBy(...gbk))).toMatchObject({ ok: true, value: [{ path: "发票/1" }] });
  });

  it("has one sheet at its top, whatever lies among the attachments", () => {
    const plan = (...names: string[]) => {
      const read = directoryOf(zipped(...names));
      return read.ok ? planPackage(read.value) : read;
    };
    expect(plan("包/表.xlsx", "包/附件/1/清单.xlsx", "包/~$表.xlsx", "__MACOSX/包/._表.xlsx")).toMatchObject({
      value: { sheet: { path: "包/表.xlsx" }, attachments: [{ place: "附件/1/清单.xlsx" }] },
    });
    expect(plan("a.xlsx", "b.xlsx")).toMatchObject({ errors: [{ problem: expect.stringMatching(/几张表/) }] });
    expect(plan("a.pdf")).toMatchObject({ errors: [{ problem: "压缩包里没有申报表" }] });
  });
});

it.each([
  ["附件/{number}/", "附件/A-1/发票/1.pdf", "A-1"],
  ["附件/{number}/", "附件/A-1", null],
  ["附件/{number}/", "x/附件/A-1/1.pdf", null],
  ["{number}_*.pdf", "A-1_发票.pdf", "A-1"],
  ["{number}_*", "B_2_发票.pdf", "B_2"],
  ["{number}_*", "B_9_发票.pdf", "B_9"],
  ["{number}_*", "B_2_发票_1.pdf", "B_2"],
  ["{number}.*", "A-1.pdf", "A-1"],
  ["*/（{number}）/", "甲/（A-1）/1.pdf", "A-1"],
])("%s finds of %s the number %s", (pattern, path, number) => {
  expect(placeFault(pattern)).toBeNull();
  expect(numberAt(pattern, new Set(["A-1", "B_2"]))(path)).toBe(number);
});

const fact = (key: string, type: object) => ({ key, label: key, type, presence: "optional", privacy: "公开" });
const policy = {
  id: "p",
  facts: {
    records: [{ id: "applicant", facts: [fact("kind", { kind: "option", options: [{ id: "enterprise", label: "企业" }] })] }],
    lists: [
      {
        id: "items",
        facts: [
          fact("paid", { kind: "money" }),
          fact("on", { kind: "month" }),
          fact("done", { kind: "boolean" }),
          fact("people", { kind: "count", unit: "人" }),
        ],
      },
    ],
  },
} as unknown as Policy;
const mapping: ClaimMapping = {
  sheet: null,
  headings: { number: "编号", uscc: "代码", name: "单位", clause: null, project: null, claimed: "金额" },
  claimedUnit: "wan",
  facts: [
    { path: "applicant.kind", heading: "性质", unit: "yuan" },
    { path: "items[].paid", heading: "实付", unit: "wan" },
    { path: "items[].on", heading: "月份", unit: "yuan" },
    { path: "items[].done", heading: "验收", unit: "yuan" },
    { path: "items[].people", heading: "人数", unit: "yuan" },
  ],
  attachments: null,
  results: { result: "a", reason: "b", amount: "c" },
};
const CODE = makeCreditCode("91350582", "MA00001A") ?? "";
const heads = ["* 编号", "代码", "单位：", "金额", "性质", "实付", "月份", "验收", "人数", "备注", ""];
const read = (...rows: SheetCell[][]) => readClaims(mapping, policy, [{ name: "甲", rows: [["标题"], heads, ...rows] }]);
const number = (text: string): SheetCell => ({ as: "number", text });

describe("a row", () => {
  it("is a claim with its facts as a dossier takes them, the rest as it stood", () => {
    const day: SheetCell = { as: "day", text: "2023-05-01" };
    const row = [
      "20230000000000000017",
      CODE,
      "示例鞋业",
      number("12.345678"),
      "企业",
      "1,000.5",
      day,
      "是",
      number("81"),
      " 见附件 ",
      number("1E-3"),
    ];
    expect(read(row, ["合计"])).toMatchObject({
      problems: [],
      notes: ["第 4 行是合计行，没有读。"],
      claims: [
        {
          ...{ row: 3, number: "20230000000000000017", claimed: 12345678 },
          facts: {
            "applicant.kind": "enterprise",
            "items[].paid": "10005000.00",
            "items[].on": "2023-05",
            "items[].done": true,
            "items[].people": 81,
          },
          others: { 备注: " 见附件 ", "（K 列）": "1E-3" },
        },
      ],
    });
  });

  it.each([
    ["a long number that a spreadsheet spoilt", [number("2.0230000000000001E+19")], "甲!A3", /失真/],
    ["no number", [null, CODE], "甲!A3", /没有填/],
    ["a number that no address can hold", ["a/b"], "甲!A3", /不能作申报编号/],
    ["more digits than 分", ["1", CODE, "x", "0.0000001"], "甲!D3", /小数/],
    ["another option", ["1", CODE, "x", null, "学校"], "甲!E3", /没有“学校”/],
    ["half a person", ["1", CODE, "x", null, null, null, null, null, number("1.5")], "甲!I3", /people/],
    ["what a database can't keep", ["1", CODE, "x", null, null, null, null, null, null, "a\u0000"], "甲!J3", /存不下/],
  ] as const)("with %s is refused at its cell", (_, row, path, words) => {
    expect(read([...row]).problems).toContainEqual(expect.objectContaining({ path, problem: expect.stringMatching(words) }));
  });

  it("needs its headings, once each", () => {
    const without = readClaims(mapping, policy, [{ name: "甲", rows: [heads.filter((one) => one !== "代码"), []] }]);
    expect(without.problems).toMatchObject([{ path: "甲!1:1", problem: "缺少“代码”这一列" }]);
    const twice = readClaims(mapping, policy, [{ name: "甲", rows: [[...heads, "代码"], []] }]);
    expect(twice.problems).toMatchObject([{ path: "甲!L1", problem: expect.stringMatching(/有两列/) }]);
    expect(readClaims({ ...mapping, sheet: "乙" }, policy, []).problems).toMatchObject([{ problem: "没有名为“乙”的工作表" }]);
  });
});

it("has no way but those of the table", () => {
  const stages = ["received", "accepted", "returned", "refused", "approved"] as const;
  const ways = (role: "case-officer" | "section-head" | "handler", told: boolean) =>
    stages.flatMap((from) =>
      stages.flatMap((to) => {
        const amount = to === "approved" ? 1 : null;
        const checked = checkDecision({ from, to, roles: [role], reason: "因", approved: amount, claimed: null, told });
        return checked.ok ? [`${from}→${to}`] : [];
      }),
    );
  const officers = ["received→accepted", "received→returned", "accepted→returned"];
  expect(ways("case-officer", false)).toEqual(officers);
  expect(ways("handler", false)).toEqual([]);
  expect(ways("section-head", true)).toEqual([
    ...["received→accepted", "received→returned", "received→refused"],
    ...["accepted→returned", "accepted→refused", "accepted→approved"],
  ]);
  expect(ways("section-head", false)).toEqual(expect.arrayContaining(["refused→accepted", "approved→accepted"]));
});
