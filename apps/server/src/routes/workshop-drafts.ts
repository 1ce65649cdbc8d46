/** /api/workshop/drafts: to rename a draft, to put it into 回收, and to bring it back from there. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { addressOf, BAD_NAME } from "../draft-address.ts";
import type { WorkshopFolder } from "../workshop-folder.ts";

type At = { Params: { policy: string; version: string } };

export function draftRoutes(app: FastifyInstance, { shelf }: WorkshopFolder): void {
  app.delete<At>("/api/workshop/drafts/:policy/:version", async ({ params }, reply) => {
    const at = addressOf(params.policy, params.version);
    const removed = at === null ? null : shelf.remove(at);
    return removed?.ok ? { key: removed.value } : gone(reply);
  });
  app.post<At & { Body: { policy?: unknown; version?: unknown } | null }>(
    "/api/workshop/drafts/:policy/:version/rename",
    async ({ params, body }, reply) => {
      const from = addressOf(params.policy, params.version);
      const to = addressOf(body?.policy, body?.version);
      if (from === null) return gone(reply);
      if (to === null) return reply.code(400).send({ error: BAD_NAME });
      const renamed = shelf.rename(from, to);
      if (renamed.ok) return to;
      return renamed.errors.includes("taken") ? taken(reply, `${to.policy} · ${to.version}`) : gone(reply);
    },
  );
  app.post<{ Body: { key?: unknown } | null }>("/api/workshop/restore", async ({ body }, reply) => {
    const restored = typeof body?.key === "string" ? shelf.restore(body.key) : null;
    if (restored?.ok) return restored.value;
    return restored?.errors.includes("taken") ? taken(reply, "同一代号和施行日") : gone(reply);
  });
}

const gone = (reply: FastifyReply) => reply.code(404).send({ error: "没有这份草稿，可能已在别处改名或删除。" });
const taken = (reply: FastifyReply, what: string) => reply.code(409).send({ error: `已经有一份草稿叫${what}，没有覆盖。` });
