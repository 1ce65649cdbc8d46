/** What waits is counted for those who decide it, as far as they reach, and no further. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RoleId } from "../../packages/casework/src/index.ts";
import { consultation, newId } from "../../packages/store/src/index.ts";
import { makeBankAccount, makeDispute, PLACES } from "./every-route-world.ts";
import { openTestOffice, type TestOffice } from "./test-office.ts";
import { uploaded } from "./upload-file.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
  for (const place of Object.values(PLACES)) await office.addEnterprise(place);
  for (const place of [PLACES.own, PLACES.elsewhere, PLACES.abroad]) {
    await makeDispute(office, place);
    await makeBankAccount(office, place);
  }
  const { client } = await office.person("handler", { unit: PLACES.own.uscc });
  for (const territory of ["陈埭镇", "安海镇"]) {
    const payload = { uscc: `91350582MA${territory === "陈埭镇" ? "8801386B" : "88100127"}`, name: "示例", territory };
    const claimed = await client({
      method: "POST",
      url: "/api/office/unit-claims",
      payload: { ...payload, evidence: await uploaded(client) },
    });
    expect(claimed.statusCode).toBe(200);
  }
  await office.asSystem(async (tx) => {
    const asked = Array.from({ length: 120 }, () => ({ id: newId(office.clock.now), askedAt: office.clock.now }));
    await tx
      .insert(consultation)
      .values(asked.map((one) => ({ ...one, policy: "示例", channel: "phone" as const, question: "问" })));
  });
});
afterAll(() => office.close());

it.each([
  ["case-officer", {}, { "unit-claims": 2, disputes: 2, consultations: 100, claims: 0 }],
  ["section-head", {}, { disputes: 2, consultations: 100, claims: 0 }],
  ["town", { territory: "陈埭镇" }, { "unit-claims": 1 }],
  ["finance", {}, { "bank-accounts": 2 }],
  ["security-admin", {}, { keys: 0 }],
  ["handler", { unit: PLACES.own.uscc }, {}],
  ["state-auditor", {}, {}],
] as const satisfies readonly (readonly [RoleId, object, object])[])("%s", async (role, bound, waiting) => {
  const { client } = await office.person(role, bound);
  expect((await client({ method: "GET", url: "/api/office/waiting" })).json()).toEqual({ waiting });
});
