/** What the people of a unit that is gone may still do: every act in every state, with who does it instead. */
import { describe, expect, it } from "vitest";
import { decideClaim, type UnitAct, type UnitEnd, unitActFault, whatHappened } from "../src/index.ts";

const B = { uscc: "B", name: "示例存续有限公司" };
const C = { uscc: "C", name: "示例集团有限公司" };
const moved: UnitEnd = { status: "moved", on: "2024-06-30", into: null, heir: null };
const closed: UnitEnd = { ...moved, status: "closed" };
const merged: UnitEnd = { ...moved, status: "merged", into: B, heir: B };
const state = (year: number): UnitAct => ({ act: "state", year });
const said = (end: UnitEnd | null, act: UnitAct) => {
  const fault = unitActFault(end, act);
  return fault === null ? null : `${fault.problem}。${fault.expected}。`;
};

describe("a unit that goes on, or has moved", () => {
  it.each<UnitAct>([state(2030), { act: "invite" }, { act: "join" }, { act: "account" }])("does all: %j", (act) => {
    expect(said(null, act)).toBeNull();
    if (act.act !== "state") expect(said(moved, act)).toBeNull();
  });
  it("states up to the year of its move", () => {
    expect([2023, 2024].map((year) => said(moved, state(year)))).toEqual([null, null]);
    expect(said(moved, state(2025))).toBe("单位已于2024年6月30日迁出本市。只填报 2024 年度及以前的；以后的年度由迁入地办理。");
  });
});

describe("a unit that is gone", () => {
  it.each<[UnitEnd, UnitAct, string]>([
    [merged, state(2020), "并入示例存续有限公司（B）。这里不再填报"],
    [merged, { act: "invite" }, "由示例存续有限公司办理"],
    [merged, { act: "join" }, "这份邀请不再有效"],
    [merged, { act: "account" }, "以前的奖补由示例存续有限公司以其自己的收款账户领取"],
    [closed, state(2020), "单位已于2024年6月30日注销。这里不再填报"],
    [closed, { act: "invite" }, "由工信部门经办科室办理"],
    [closed, { act: "join" }, "这份邀请不再有效"],
    [closed, { act: "account" }, "会同财政部门依法办理"],
  ])("%j, %j", (end, act, words) => expect(said(end, act)).toContain(words));

  it("over several mergers names both, and whom to turn to is the last that goes on", () => {
    expect(whatHappened({ ...merged, heir: C })).toBe(
      "单位已于2024年6月30日并入示例存续有限公司（B），现为示例集团有限公司（C）",
    );
    expect(said({ ...merged, heir: C }, { act: "account" })).toContain("由示例集团有限公司以其自己");
    expect(said({ ...merged, heir: null }, { act: "account" })).toContain("由工信部门经办科室会同财政部门依法办理");
  });

  it("isn't represented by a claim that was waiting", () => {
    const decision = { confirm: true, reason: "", claimant: "a", decider: "b", name: "示例" };
    const standing = { name: "示例", territory: null, represented: false };
    expect(decideClaim("pending", decision, { ...standing, status: "open" }).ok).toBe(true);
    expect(decideClaim("pending", decision, { ...standing, status: "closed" })).toMatchObject({
      ok: false,
      errors: [{ problem: "这家单位已注销，不能认领" }],
    });
  });
});
