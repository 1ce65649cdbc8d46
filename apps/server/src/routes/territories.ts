/** GET /api/office/territories: the county's name and its towns, for the forms in which one is chosen. */
import { fail, ok } from "@zhengdui/basics";
import { tenant } from "@zhengdui/store";
import { eq } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound } from "../office/refusal.ts";

export function territoryRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/territories",
    action: "self.read",
    summary: "本县（市）的名称和镇（街道）",
    answer: z.object({ name: z.string(), territories: z.array(z.string()) }),
    about: () => ({ kind: "territory", id: "list" }),
    handle: async ({ tx, person }) => {
      const [found] = await tx.select().from(tenant).where(eq(tenant.tenantId, person.tenant));
      return found === undefined ? fail(notFound) : ok({ name: found.name, territories: found.territories });
    },
  });
}
