/** All routes of the office in one enclosure: cookies, checked input, errors in words, and a database that may be away. The public pages stand outside of it. */
import fastifyCookie from "@fastify/cookie";
import fastifyMultipart from "@fastify/multipart";
import fastifyRateLimit from "@fastify/rate-limit";
import type { Problem } from "@zhengdui/basics";
import { FILE_SIZE_BYTES } from "@zhengdui/casework";
import { isDatabaseAway } from "@zhengdui/store";
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { z } from "zod";
import { addressKey } from "../access/address-key.ts";
import { describeApi } from "./describe-api.ts";
import { dressProblems } from "./dress-problems.ts";
import type { OfficeParts } from "./office-parts.ts";
import { officeRoutes } from "./office-routes.ts";
import { databaseAway, type Refusal, send, tooMany } from "./refusal.ts";

/** In one minute, from one address; signing in has tighter limits of its own. */
const REQUESTS_A_MINUTE_SIZE = 600;

export async function officePlugin(app: FastifyInstance, parts: OfficeParts): Promise<void> {
  z.config(z.locales.zhCN());
  await app.register(async (office) => {
    office.setValidatorCompiler(validatorCompiler);
    office.setSerializerCompiler(serializerCompiler);
    await office.register(fastifyCookie);
    // One file a request, beside a few short fields; routes that take none never look at it.
    await office.register(fastifyMultipart, {
      limits: { files: 1, fileSize: FILE_SIZE_BYTES, fields: 8, fieldSize: 1024, parts: 9, headerPairs: 64 },
    });
    await office.register(fastifyRateLimit, {
      max: REQUESTS_A_MINUTE_SIZE,
      timeWindow: "1 minute",
      keyGenerator: ({ ip }) => addressKey(ip),
      errorResponseBuilder: (_request, { ttl }) =>
        Object.assign(new Error(tooMany(Math.ceil(ttl / 1000)).error), { statusCode: 429 }),
    });
    office.setErrorHandler((error: FastifyError, request, reply) => {
      if (hasZodFastifySchemaValidationErrors(error)) {
        const problems: Problem[] = dressProblems(error.validation, error.validationContext ?? "body");
        return send(reply, { status: 400, error: "填写的内容有误，请按提示改正。", problems });
      }
      if (isDatabaseAway(error)) {
        request.log.error(error);
        return send(reply, databaseAway);
      }
      if (isUnstorable(error)) return send(reply, unstorable);
      return answerError(error, request, reply);
    });
    await describeApi(office);
    officeRoutes(office, parts);
  });
}

function answerError(error: FastifyError, request: FastifyRequest, reply: Parameters<typeof send>[0]) {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error(error);
  const words: Readonly<Record<number, string>> = { 413: "内容太大。", 415: "不是能读的格式。", 429: error.message };
  return reply.code(status).send({ error: words[status] ?? (status >= 500 ? "服务器出错，请稍后再试。" : "请求有误。") });
}

const unstorable: Refusal = { status: 400, error: "内容里有不能保存的字符，请删去后再提交。" };

/** A zero byte or half a character: no form sends one, and no database keeps one. */
function isUnstorable(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause && /^(22021|22P05)$/.test(String(cause.code));
}
