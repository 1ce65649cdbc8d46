/** GET /api/office/waiting: how much waits to be decided by whoever asks. Numbers alone, so that no look is recorded of what they count. */
import { ok } from "@zhengdui/basics";
import { type ActionId, mayDo } from "@zhengdui/casework";
import { countWaiting, type WaitingKind } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";

/** Who may do what is waited for. */
const DECIDED_BY: Readonly<Record<WaitingKind, ActionId>> = {
  "unit-claims": "unit.confirm",
  disputes: "file.settle",
  "bank-accounts": "account.confirm",
  consultations: "consultation.answer",
  claims: "claim.decide",
  keys: "key.confirm",
};
const KINDS = Object.keys(DECIDED_BY) as [WaitingKind, ...WaitingKind[]];

export function waitingRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/waiting",
    action: "self.read",
    summary: "有几件等本人办理，满 100 件即止",
    answer: z.object({ waiting: z.partialRecord(z.enum(KINDS), z.int()) }),
    about: () => ({ kind: "account", id: "self" }),
    // Each as far as its own action reaches: one transaction after the other, none within another.
    prepare: async ({ person, today }) => {
      const waiting: Partial<Record<WaitingKind, number>> = {};
      for (const kind of KINDS) {
        const reach = mayDo(person.appointments, DECIDED_BY[kind], today);
        if (reach === null) continue;
        const acting = { tenant: person.tenant, account: person.account, reach };
        waiting[kind] = await parts.store.within(acting, (tx) => countWaiting(tx, kind));
      }
      return ok(waiting);
    },
    handle: async ({ prepared }) => ok({ waiting: prepared }),
  });
}
