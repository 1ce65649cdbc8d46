/** GET /api/office/me: who is signed in, and what the table of actions lets them do. The screens show nothing else. */
import { ok } from "@zhengdui/basics";
import { ACTION_IDS, type ActionId, mayDo, nextStep } from "@zhengdui/casework";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";

const answer = z.object({
  account: z.string(),
  name: z.string(),
  login: z.string(),
  side: z.enum(["applicant", "office", "partner", "admin"]),
  factors: z.array(z.string()),
  /** What is still to be done before anything else opens; null: in. */
  next: z.enum(["totp", "password", "enrol"]).nullable(),
  appointments: z.array(
    z.object({
      role: z.string(),
      unit: z.string().nullable(),
      territory: z.string().nullable(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  may: z.partialRecord(z.enum(ACTION_IDS as [ActionId, ...ActionId[]]), z.enum(["self", "own", "territory", "all"])),
});

export function meRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/me",
    action: "self.read",
    summary: "谁在登录，能做什么",
    answer,
    about: () => ({ kind: "account", id: "self" }),
    handle: async ({ person, today }) =>
      ok({
        account: person.account,
        name: person.name,
        login: person.login,
        side: person.side,
        factors: [...person.factors],
        // Where a second factor is there, whoever is known has given it.
        next: person.key === null ? nextStep({ ...person, hasTotp: false }) : null,
        appointments: person.appointments.map((one) => ({ ...one })),
        may: Object.fromEntries(
          ACTION_IDS.flatMap((id) => {
            const reach = mayDo(person.appointments, id, today);
            return reach === null ? [] : [[id, reach.scope]];
          }),
        ),
      }),
  });
}
