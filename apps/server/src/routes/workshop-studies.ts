/** /api/workshop/study/prove and /mutate: a draft is studied by a process of its own while the answer tells how far it is; hanging up ends it. */
import type { StudyKind, WorkshopDocument } from "@zhengdui/contract";
import type { FastifyInstance } from "fastify";
import { createStudies } from "../run-study.ts";

export interface StudyParts {
  readonly program: string;
  readonly bodyLimit: number;
  /** null: they aren't a policy's documents. */
  readonly documentsIn: (given: unknown) => readonly WorkshopDocument[] | null;
}

const KINDS: readonly StudyKind[] = ["prove", "mutate"];

export function studyRoutes(app: FastifyInstance, { program, bodyLimit, documentsIn }: StudyParts): void {
  const studies = createStudies(program);
  app.addHook("preClose", async () => studies.endAll());
  for (const kind of KINDS)
    app.post<{ Body: { documents: unknown } }>(`/api/workshop/study/${kind}`, { bodyLimit }, async ({ body }, reply) => {
      const documents = documentsIn(body?.documents);
      if (documents === null) return reply.code(400).send({ error: "请求有误：缺少文件。" });
      const begun = studies.begin(kind, documents);
      if (!begun.ok) return reply.code(503).send({ error: begun.errors.join("") });
      // Where the browser hangs up, the stream is destroyed, and with it the process. A connection that was kept would keep the server from stopping.
      return reply.type("application/x-ndjson; charset=utf-8").header("connection", "close").send(begun.value);
    });
}
