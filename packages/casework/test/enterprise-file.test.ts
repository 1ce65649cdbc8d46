/** Tables of the enterprise file: which event may follow, which statement counts, how disputes and accounts move, who sees what. */
import { describe, expect, it } from "vitest";
import {
  applyEvent,
  bankAccountFaults,
  consequencesOf,
  currentFacts,
  decideBankAccount,
  type EnterpriseEvent,
  type EnterpriseStatus,
  eventsFrom,
  type FactSource,
  maskedAccount,
  type StatementStanding,
  seesFact,
  settleDispute,
  standingsInHistory,
} from "../src/index.ts";

const head = { uscc: "A", name: "示例鞋业有限公司", territory: "陈埭镇", status: "open" } as const;

describe("events", () => {
  const on = "2026-01-01";
  const events: readonly EnterpriseEvent[] = [
    { kind: "renamed", on, name: "示例新鞋有限公司" },
    { kind: "merged", on, into: "B" },
    { kind: "moved", on, territory: null },
    { kind: "closed", on },
    { kind: "restored", on },
  ];
  it.each<[EnterpriseStatus, readonly (EnterpriseStatus | null)[]]>([
    ["open", ["open", "merged", "moved", "closed", null]],
    ["merged", [null, null, null, null, "open"]],
    ["moved", ["moved", "merged", null, "closed", "open"]],
    ["closed", [null, null, null, null, "open"]],
  ])("of an enterprise that is %s", (status, becomes) => {
    const found = events.map((event) => applyEvent({ ...head, status }, event, "2026-12-31", null));
    expect(found.map((one) => (one.ok ? one.value.head.status : null))).toEqual(becomes);
  });
  it.each<[EnterpriseEvent, string]>([
    [{ kind: "renamed", on, name: head.name }, "name"],
    [{ kind: "merged", on, into: "A" }, "into"],
    [{ kind: "moved", on, territory: "陈埭镇" }, "territory"],
    [{ kind: "closed", on: "2027-01-01" }, "on"],
    [{ kind: "closed", on: "2025-06-30" }, "on"],
  ])("%j is refused at %s", (event, path) => {
    const found = applyEvent(head, event, "2026-12-31", "2025-07-01");
    expect(found.ok ? null : found.errors.map((one) => one.path)).toEqual([path]);
  });
});

describe("of all that was said", () => {
  type Version = "current" | "replaced" | "undone" | null;
  const said = (id: string, source: FactSource, version: Version = null) => {
    return { id, fact: "f", year: 2024, source, suppliedAt: id, version };
  };
  const cases: readonly [string, readonly ReturnType<typeof said>[], string | null, readonly StatementStanding[]][] = [
    ["the unit's newest counts", [said("2", "unit"), said("1", "unit")], "2", ["counts", "later"]],
    [
      "the office's word goes first",
      [said("3", "unit"), said("2", "unit"), said("1", "bureau")],
      "1",
      ["office-first", "later", "counts"],
    ],
    [
      "a list's earlier and undone versions say so",
      [said("4", "register", "undone"), said("3", "register", "current"), said("2", "register", "replaced"), said("1", "unit")],
      "3",
      ["undone", "counts", "replaced", "office-first"],
    ],
    [
      "a list of an earlier day is in force and doesn't count",
      [said("2", "register", "current"), said("1", "register", "current")],
      "1",
      ["later", "counts"],
    ],
    [
      "nothing may count any more",
      [said("2", "register", "undone"), said("1", "register", "undone")],
      null,
      ["undone", "undone"],
    ],
  ];
  it.each(cases)("%s", (_, all, current, standings) => {
    expect([...standingsInHistory(all, current).values()]).toEqual(standings);
  });
});

describe("which statement counts", () => {
  const said = (id: string, source: FactSource, suppliedAt: string, value: number) => {
    return { id, fact: "f", year: 2024, source, suppliedAt, value };
  };
  const cases: readonly [string, readonly ReturnType<typeof said>[], number, number | null][] = [
    ["the newest of the unit", [said("2", "unit", "b", 2), said("1", "unit", "a", 1)], 2, null],
    ["the office before a newer unit's", [said("1", "bureau", "a", 1), said("2", "unit", "b", 2)], 1, 2],
    ["no one beside it where they agree", [said("1", "register", "a", 1), said("2", "unit", "b", 1)], 1, null],
    ["a correction until the next list", [said("1", "register", "a", 1), said("2", "bureau", "b", 2)], 2, null],
    ["the next list", [said("2", "bureau", "b", 2), said("3", "register", "c", 3)], 3, null],
    ["the later id at one moment", [said("2", "unit", "a", 2), said("1", "unit", "a", 1)], 2, null],
  ];
  it.each(cases)("%s", (_, statements, value, beside) => {
    const [found] = currentFacts(statements, (one, other) => one.value !== other.value);
    expect([found?.current.value, found?.beside?.value ?? null]).toEqual([value, beside]);
  });
});

it.each([
  ["公开", ["own", "territory", "all"]],
  ["内部", ["own", "territory", "all"]],
  ["商密", ["own", "all"]],
  ["财税", []],
  ["別的", []],
])("%s is seen within %j", (privacy, scopes) => {
  expect((["self", "own", "territory", "all"] as const).filter((scope) => seesFact(privacy, scope))).toEqual(scopes);
});

it.each([
  ["open", "upheld", true, true],
  ["open", "upheld", false, false],
  ["open", "rejected", false, true],
  ["open", "rejected", true, false],
  ["upheld", "rejected", false, false],
  ["rejected", "upheld", true, false],
] as const)("a dispute that is %s becomes %s (corrected: %s): %s", (state, verdict, corrects, may) => {
  expect(settleDispute(state, { verdict, answer: "因为", corrects, own: false }).ok).toBe(may);
  expect(settleDispute(state, { verdict, answer: " ", corrects, own: false }).ok).toBe(false);
});

describe("accounts", () => {
  const details = { holder: head.name, number: "12345678", bankNumber: "105100000017", bankName: "示例银行" };
  it.each([
    [{}, []],
    [{ holder: "示例鞋业公司" }, ["holder"]],
    [{ number: "1234567" }, ["number"]],
    [{ number: "１２３４５６７８" }, ["number"]],
    [{ bankNumber: "105100000016", bankName: " " }, ["bankNumber", "bankName"]],
  ])("%j", (change, paths) => {
    expect(bankAccountFaults({ ...details, ...change }, head.name).map((one) => one.path)).toEqual(paths);
  });
  it.each([
    ["proposed", "confirm", "b", "", "confirmed"],
    ["proposed", "confirm", "a", "", null],
    ["proposed", "refuse", "b", "", null],
    ["proposed", "refuse", "b", "印章不清", "refused"],
    ["proposed", "withdraw", "a", "", "withdrawn"],
    ["confirmed", "withdraw", "a", "", null],
    ["replaced", "confirm", "b", "", null],
  ] as const)("%s, %s by %s (%s): %s", (state, move, decider, reason, becomes) => {
    const found = decideBankAccount(state, { move, reason, proposer: "a", decider });
    expect(found.ok ? found.value : null).toBe(becomes);
  });
  it("show four digits", () => {
    expect(maskedAccount("12345678")).toBe("****5678");
  });
});

describe("what follows from an event", () => {
  const on = "2026-01-01";
  const told = (status: EnterpriseStatus, event: EnterpriseEvent): string => {
    const before = { ...head, status };
    const outcome = applyEvent(before, event, "2026-12-31", null);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
    return consequencesOf({ kind: event.kind, before, outcome: outcome.value, otherName: "示例存续有限公司" }).join("\n");
  };
  it.each<[EnterpriseStatus, EnterpriseEvent, readonly string[]]>([
    [
      "open",
      { kind: "renamed", on, name: "示例新鞋有限公司" },
      ["“示例鞋业有限公司”改为“示例新鞋有限公司”", "曾用名", "另报账户变更"],
    ],
    ["open", { kind: "merged", on, into: "B" }, ["由“存续”改为“已合并”", "并入“示例存续有限公司”", "不能再认领"]],
    ["open", { kind: "moved", on, territory: "安海镇" }, ["由“陈埭镇”改为“安海镇”", "陈埭镇的工作人员不再看得到"]],
    ["open", { kind: "moved", on, territory: null }, ["由“存续”改为“已迁出”", "可以登记恢复"]],
    ["moved", { kind: "closed", on }, ["由“已迁出”改为“已注销”", "不能再认领"]],
    ["closed", { kind: "restored", on }, ["由“已注销”改为“存续”"]],
  ])("%s: %j", (status, event, sentences) => {
    const all = told(status, event);
    for (const sentence of sentences) expect(all).toContain(sentence);
    expect(all).toContain("信用代码不变");
    expect(all).toContain("不能改、不能删");
  });

  it("is asked of what may happen alone", () => {
    expect(eventsFrom("merged")).toEqual(["restored"]);
    expect(eventsFrom("open")).not.toContain("restored");
  });
});
