/** Two who decide the same thing at the same moment: one is heard, the other is told; never both, and never a broken server. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoleId } from "../../packages/casework/src/index.ts";
import {
  type Make,
  makeBankAccount,
  makeClaim,
  makeDispute,
  makeKey,
  makeMember,
  makePlatformClaim,
  makeVersion,
  makeWebhook,
  openWorld,
  PLACES,
} from "./every-route-world.ts";
import type { TestOffice } from "./test-office.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await openWorld();
});
afterAll(() => office.close());

interface Race {
  readonly role: RoleId;
  readonly make: Make;
  readonly method?: "POST" | "DELETE";
  readonly path: (id: string) => string;
  readonly bodies: readonly [object, object];
}

const RACES: Readonly<Record<string, Race>> = {
  "an account to pay to, confirmed and refused": {
    ...{ role: "finance", make: makeBankAccount, path: (id) => `/bank-accounts/${id}/decision` },
    bodies: [{ confirm: true }, { confirm: false, reason: "户名不符" }],
  },
  "a claim of a unit, confirmed and refused": {
    ...{ role: "case-officer", make: makeClaim, path: (id) => `/unit-claims/${id}/decision` },
    bodies: [{ confirm: true }, { confirm: false, reason: "执照不清" }],
  },
  "a dispute, rejected twice": {
    ...{ role: "section-head", make: makeDispute, path: (id) => `/disputes/${id}/settlement` },
    bodies: [
      { verdict: "rejected", answer: "无误" },
      { verdict: "rejected", answer: "经核对无误" },
    ],
  },
  "a platform's claim, returned and refused": {
    ...{ role: "section-head", make: makePlatformClaim, path: (number) => `/claims/${number}/decisions` },
    bodies: [
      { state: "returned", reason: "缺附件" },
      { state: "refused", reason: "不属于支持范围" },
    ],
  },
  "a register's version, undone twice": {
    ...{ role: "case-officer", make: makeVersion("above-scale"), path: (id) => `/registers/versions/${id}/undo` },
    bodies: [{ reason: "导错了" }, { reason: "又导错了" }],
  },
  "a handler, dismissed by two who represent the unit": {
    ...{ role: "legal-representative", make: makeMember("handler"), bodies: [{}, {}] },
    path: (id) => `/units/${PLACES.own.uscc}/people/${id}/dismissal`,
  },
  "a representative, released twice": {
    ...{ role: "case-officer", make: makeMember("legal-representative") },
    path: (id) => `/units/${PLACES.own.uscc}/people/${id}/release`,
    bodies: [{ reason: "换人" }, { reason: "换人" }],
  },
  "a key, revoked twice": {
    ...{ role: "security-admin", make: makeKey, method: "DELETE", path: (id) => `/keys/${id}`, bodies: [{}, {}] },
  },
  "a webhook, ended twice": {
    ...{ role: "system-admin", make: makeWebhook, method: "DELETE", path: (id) => `/webhooks/${id}`, bodies: [{}, {}] },
  },
};

describe("at the same moment", () => {
  it.each(Object.entries(RACES))("%s", async (_, { role, make, method = "POST", path, bodies }) => {
    const bound = role === "legal-representative" ? { unit: PLACES.own.uscc } : {};
    const two = [await office.person(role, bound), await office.person(role, bound)];
    for (let times = 0; times < 5; times++) {
      const id = await make(office, PLACES.own);
      const answers = await Promise.all(
        two.map(({ client }, at) =>
          client({
            ...{ method, url: `/api/office${path(id)}` },
            ...(method === "DELETE" ? {} : { payload: bodies[(at + times) % 2] ?? {} }),
          }),
        ),
      );
      const statuses = answers.map(({ statusCode }) => statusCode).sort();
      expect(statuses[0]).toBe(200);
      expect([404, 409]).toContain(statuses[1]);
    }
  });
});
