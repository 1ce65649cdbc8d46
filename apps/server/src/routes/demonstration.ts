/** In a county of invented persons, and for a browser on this very machine: sign in as any of them, without a password. */
import { fail, ok } from "@zhengdui/basics";
import { isRoleId, ROLES } from "@zhengdui/casework";
import { demonstrationPersons, isDemonstration, isDemonstrationPerson, lockCredential } from "@zhengdui/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { beginSession } from "../access/begin-session.ts";
import { type Entering, entryRoute } from "../access/entry-route.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { isHere } from "../only-here.ts";

const person = z.object({
  account: z.string(),
  name: z.string(),
  side: z.enum(["applicant", "office", "partner", "admin"]),
  roles: z.array(
    z.object({ role: z.string(), label: z.string(), unit: z.string().nullable(), territory: z.string().nullable() }),
  ),
});

export function demonstrationRoutes(app: FastifyInstance, parts: OfficeParts): void {
  entryRoute(app, parts, {
    method: "GET",
    path: "/demonstration",
    name: "demonstration.list",
    summary: "演示：虚构的人员及其角色（只在本机）",
    perMinute: 120,
    looks: true,
    answer: z.object({ persons: z.array(person) }),
    handle: async (entering) => {
      if (!(await isOpen(entering))) return fail(notFound);
      const persons = await entering.asSystem((tx) => demonstrationPersons(tx));
      return ok({
        persons: persons.map(({ account, name, side, appointments }) => ({
          account,
          name,
          side,
          roles: appointments.map(shown),
        })),
      });
    },
  });
  entryRoute(app, parts, {
    method: "POST",
    path: "/demonstration/sign-in",
    name: "demonstration.sign-in",
    summary: "演示：以虚构的人员登录（只在本机）",
    perMinute: 120,
    body: z.strictObject({ account: z.string().min(1).max(64) }),
    answer: z.object({ next: z.null() }),
    handle: async (entering) => {
      const { asSystem, body, now, request, reply, note } = entering;
      if (!(await isOpen(entering))) return fail(notFound);
      return asSystem(async (tx) => {
        const proven = await lockCredential(tx, body.account);
        if (proven === null || proven.account.status !== "active") return fail(noSuchPerson);
        // Who registered here has a password; the demonstration opens nobody's account but its own persons'.
        if (!(await isDemonstrationPerson(tx, body.account))) return fail(noSuchPerson);
        note({ account: proven.account.id });
        await beginSession(tx, { proven, factors: ["demonstration"], now, request, reply });
        return ok({ next: null });
      });
    },
  });
}

const noSuchPerson: Refusal = { status: 404, error: "演示数据里没有这个人。" };

/** Elsewhere these addresses look as if they weren't there. */
const isOpen = async ({
  request,
  asSystem,
  county,
}: Pick<Entering<unknown, unknown, unknown>, "asSystem" | "county"> & { readonly request: FastifyRequest }) =>
  isHere(request) && (await asSystem((tx) => isDemonstration(tx, county)));

const shown = ({ role, uscc, territory }: { role: string; uscc: string | null; territory: string | null }) => ({
  role,
  label: isRoleId(role) ? ROLES[role].label : role,
  unit: uscc,
  territory,
});
