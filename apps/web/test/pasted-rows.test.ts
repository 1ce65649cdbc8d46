/** Rows copied from a spreadsheet: with headings or without, and what an accountant's table holds beside good rows. */
import { readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { pastedRows, pasteOrder } from "../src/screens/calculator/ask/pasted-rows.ts";

const file = new URL("../../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const policy = JSON.parse(readFileSync(file, "utf8")) as Policy;
const facts = policy.facts.lists.find(({ id }) => id === "softwarePurchases")?.facts ?? [];
/** What the conversation asks first: the amount isn't among it yet. */
const asked = facts.filter(({ key }) => ["system", "accepted", "paidOn", "fundedEarlier"].includes(key));
const order = pasteOrder(facts, asked);
const paste = (...lines: string[]) => pastedRows(lines.join("\n"), order, facts);

describe("pasted rows", () => {
  it("without headings are read in the order of what must be stated, whatever is asked at the moment", () => {
    expect(order.map(({ label }) => label)).toEqual(["系统", "软件实付", "付款日", "已认可", "以前已获补助"]);
    const row = { system: "ERP", softwarePaid: "1000000.00", paidOn: "2023-05-01" };
    expect(paste("ERP\t1,000,000.00\t2023/5/1").rows).toEqual([row]);
    expect(paste("付款日\t系统\t软件实付（元）", "2023年5月1日\tERP\t￥1,000,000.00").rows).toEqual([row]);
  });
  it("written full width are read as what they say", () =>
    expect(paste("ＥＲＰ\t１００００００\t２０２３－０５－０１").rows).toEqual([
      { system: "ERP", softwarePaid: "1000000", paidOn: "2023-05-01" },
    ]));
  it("below headings nobody knows aren't read as if they stood in order", () => {
    const { rows, unknown } = paste("软件名称\t实付金额(元)\t日期", "ERP\t100\t2023-05-01");
    expect([rows, unknown]).toEqual([[], ["软件名称", "实付金额(元)", "日期"]]);
    expect(paste("ERP", "MES").rows).toEqual([{ system: "ERP" }, { system: "MES" }]);
  });
  it("lose nothing in silence: cells beyond the last column are counted", () => {
    expect(paste("ERP\t1\t2023-05-01\t否\t否\t备注").beyond).toBe(1);
    expect(paste("系统\t备注", "ERP\t甲").unknown).toEqual(["备注"]);
  });
  it("keep what can't be read as it was typed, to be mended beside it", () =>
    expect(paste("ERP\t=SUM(A1:A3)\t2023年2月30日", "<b>\t1e309\t45047").rows).toEqual([
      { system: "ERP", softwarePaid: "=SUM(A1:A3)", paidOn: "2023-02-30" },
      { system: "<b>", softwarePaid: "1e309", paidOn: "45047" },
    ]));
});
