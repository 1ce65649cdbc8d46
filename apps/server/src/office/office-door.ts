/**
 * The office's door in the public server. Behind it stands a Fastify instance of its own, which may come later than the public pages: where the database is
 * away when the server starts, the door says so until the office is there, and no request to the pages is touched by its coming.
 */
import type { Policy } from "@zhengdui/policy";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { tenantOf } from "../access/who-calls.ts";
import type { AnswersFor } from "../routes/policy-pages.ts";
import type { OfficeParts } from "./office-parts.ts";
import { officePlugin } from "./office-plugin.ts";
import { rememberedAnswers } from "./published-answers.ts";
import { officeClosed, officeOpening, type Refusal, send } from "./refusal.ts";

/** A promise where the office opens later; null where it doesn't. */
export type ComingParts = OfficeParts | Promise<OfficeParts | null> | null;

/** The second is for everybody, and answered from the office's database. */
const ADDRESSES = ["/api/office/*", "/api/policies/:id/questions"];

interface Furnishing {
  readonly policies: readonly Policy[];
  readonly build: () => FastifyInstance;
}

interface Behind {
  readonly office: FastifyInstance;
  readonly answersFor: AnswersFor;
}

/** What is published is answered from when the office is there; until then nothing is. */
export async function officeDoor(app: FastifyInstance, coming: ComingParts, furnishing: Furnishing): Promise<AnswersFor> {
  let behind: Behind | Refusal = officeClosed;
  // Before anything of the request is read: it is handed on as it came.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if ("error" in behind) return send(reply, behind);
    reply.hijack();
    behind.office.routing(request.raw, reply.raw);
  };
  for (const address of ADDRESSES) app.all(address, { onRequest }, async () => undefined);
  app.addHook("onClose", async () => {
    if ("office" in behind) await behind.office.close();
  });
  if (coming instanceof Promise) {
    behind = officeOpening;
    coming
      .then(async (parts) => {
        behind = parts === null ? officeClosed : await furnish(parts, furnishing);
      })
      .catch((error: unknown) => {
        app.log.error(error);
        behind = officeClosed;
      });
  } else if (coming !== null) behind = await furnish(coming, furnishing);
  return async (request, policy) => ("office" in behind ? behind.answersFor(request, policy) : []);
}

async function furnish(parts: OfficeParts, { policies, build }: Furnishing): Promise<Behind> {
  const office = build();
  await officePlugin(office, { ...parts, policies });
  office.setNotFoundHandler((_request, reply) =>
    reply.code(404).header("cache-control", "no-cache").send({ error: "没有这个接口。" }),
  );
  await office.ready();
  const answers = rememberedAnswers(parts.store, (error) => office.log.warn(error));
  return { office, answersFor: (request, policy) => answers(tenantOf(parts, request), policy) };
}
