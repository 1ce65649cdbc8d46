/** GET /api/office/imports/:import/progress: how far one's own import is. Figures alone, so that no look is recorded of what it brings. */
import { ok } from "@zhengdui/basics";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";

const progress = z.object({
  stage: z.enum(["read", "check", "compare", "difference", "keep", "enter", "write", "awards"]),
  step: z.int(),
  steps: z.int(),
  /** Rows; while a file is read, thousandths of it. */
  done: z.int(),
  all: z.int(),
});

export function importProgressRoutes(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/imports/:import/progress",
    action: "self.read",
    summary: "本人正在进行的导入到了哪一步；没有在进行的，或在别的进程里进行的，为空",
    params: z.strictObject({ import: z.string().max(64) }),
    answer: z.object({ progress: progress.nullable() }),
    about: () => ({ kind: "account", id: "self" }),
    handle: async ({ person, params }) => ok({ progress: parts.progress.find(person.account, params.import) }),
  });
}
