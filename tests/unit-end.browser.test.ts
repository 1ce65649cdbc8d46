/** In a browser: a unit that is gone offers nothing that would be refused; what has ended, what was said before, and who rang are shown to whom they concern. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { writeCsv } from "../apps/server/src/sheet/write-csv.ts";
import { makeCreditCode } from "../packages/basics/src/index.ts";
import type { Policy } from "../packages/policy/src/index.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";
import { sessionOf } from "./browser/session-of.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./office/test-office.ts";
import { uploaded } from "./office/upload-file.ts";

const UNIT = makeCreditCode("91350582", "MA00001A") ?? "";
const HEIR = makeCreditCode("91350582", "MA00002A") ?? "";

const compiled = new URL("../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);

describe.skipIf(!hasChromium)("what has ended", () => {
  let office: TestOffice;
  let people: Record<"owner" | "officer" | "admin", TestPerson>;
  const site = openSite({
    office: async () => {
      office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
      await office.addEnterprise({ uscc: UNIT, name: "示例鞋业有限公司", territory: "陈埭镇" });
      await office.addEnterprise({ uscc: HEIR, name: "示例存续有限公司", territory: "陈埭镇" });
      people = {
        owner: await office.person("legal-representative", { unit: UNIT }),
        officer: await office.person("case-officer"),
        admin: await office.person("system-admin"),
      };
      return office.office;
    },
    // A page without an icon is asked for one.
    apartFrom: /status of 404/,
  });
  afterAll(() => office.close());

  const openAs = async (person: TestPerson, address: string) => {
    const page = await site.open("/healthz");
    await page.clock.setFixedTime(office.clock.now);
    await page.context().addCookies([sessionOf(person)]);
    await page.goto(`${site.url}/office${address}`);
    return page;
  };
  const send = async (person: TestPerson, method: "POST" | "PUT", url: string, payload: object) => {
    const answer = await person.client({ method, url: `/api/office${url}`, payload });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const shutsNobodyOut = async (page: Page) => {
    expect(await faultsInBothSchemes(page)).toEqual([]);
    expect(await sidewaysAt(page, [320])).toEqual([[320, 0]]);
  };
  const shows = (page: Page, words: string) => expect.poll(() => page.getByText(words).count()).toBeGreaterThan(0);

  it("a unit that merged has no form that would be refused, and is told who acts for it", async () => {
    const forms = [
      ["", "邀请经办人或代理机构人员", "不再邀请经办人；以前的事项由示例存续有限公司办理"],
      ["/bank-accounts", "提出收款账户", "以前的奖补由示例存续有限公司以其自己的收款账户领取"],
    ] as const;
    for (const [place, form] of forms) await shows(await openAs(people.owner, `/units/${UNIT}${place}`), form);
    const filling = await openAs(people.owner, `/units/${UNIT}/file`);
    await expect.poll(() => filling.getByRole("button", { name: /^填报/ }).count()).toBeGreaterThan(0);
    const evidence = await uploaded(people.officer.client, UNIT);
    const event = { kind: "merged", on: "2026-11-01", reason: "登记机关通知", evidence, into: HEIR };
    await send(people.officer, "POST", `/enterprises/${UNIT}/events`, event);
    for (const [place, form, instead] of forms) {
      const page = await openAs(people.owner, `/units/${UNIT}${place}`);
      await shows(page, instead);
      expect(await page.getByText(form, { exact: true }).count()).toBe(0);
      await shutsNobodyOut(page);
    }
    await filling.reload();
    await shows(filling, `单位已于2026年11月1日并入示例存续有限公司（${HEIR}）。这里不再填报`);
    expect(await filling.getByRole("button", { name: /^填报/ }).count()).toBe(0);
  });

  it("an entry of a list that has ended is marked, in the enterprise's file and in the list", async () => {
    const head = ["信用代码", "单位名称", "法律依据", "文号", "决定机关", "起始日", "截止日", "信用修复", "修复日", "告知和听证"];
    const entry = (uscc: string, to: string) => [
      ...[uscc, "示例", "《示例条例》第一条", "示例罚〔2025〕1号", "示例局", "2025-01-01", to, "未修复", "", "已举行听证"],
    ];
    const payload = writeCsv([head, entry(UNIT, "2025-06-30"), entry(HEIR, "2099-12-31")]);
    const url = `/api/office/registers/previews?kind=suspended&period=2025-05-01&name=${encodeURIComponent("名单.csv")}`;
    const preview = await people.officer.client({ method: "POST", url, payload, headers: { "content-type": "text/csv" } });
    const confirm = `/registers/previews/${preview.json().preview}/confirm`;
    const { version } = await send(people.officer, "POST", confirm, {});
    await shows(await openAs(people.officer, `/enterprises/${UNIT}`), "已到期");
    const other = await openAs(people.officer, `/enterprises/${HEIR}`);
    await shows(other, "在期限内");
    expect(await other.getByText("已到期").count()).toBe(0);
    const rows = await openAs(people.officer, `/registers/suspended/versions/${version.id}`);
    await expect.poll(() => rows.getByText("已到期").count()).toBe(1);
    await shutsNobodyOut(rows);
  });

  it("an answer that was bettered keeps its earlier words, and who rang stands beside the question", async () => {
    const asked = { policy: "jinjiang-2023-11", channel: "phone", question: "来电问何时申报", callerName: "示例某" };
    const page = await openAs(people.officer, "/consultations");
    const { id } = await send(people.officer, "POST", "/consultations", { ...asked, callerPhone: "0595-85600000" });
    for (const answer of ["三月", "四月"]) await send(people.officer, "PUT", `/consultations/${id}/answer`, { answer });
    await page.reload();
    await page.getByLabel("看哪些").selectOption({ label: "全部" });
    await shows(page, "来电来访人：示例某，电话 0595-85600000");
    await page.getByText("以前的文字（1）").click();
    await expect.poll(() => page.getByText("答：三月").isVisible()).toBe(true);
    await shutsNobodyOut(page);
  });

  it("a webhook is tried at a click", async () => {
    const made = { name: "示例平台", url: "https://huiqi.example.gov.cn/hook", events: ["consultation.published"] };
    await send(people.admin, "POST", "/webhooks", made);
    const page = await openAs(people.admin, "/webhooks");
    await page.getByRole("button", { name: "发送一次测试" }).click();
    await shows(page, "已发出一次测试");
    await shows(page, "1 次待送");
    expect(await page.getByRole("button", { name: "再发一次" }).count()).toBe(0);
    await shutsNobodyOut(page);
  });
});
