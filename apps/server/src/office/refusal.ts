/** What an office route answers instead of a result, as data: status, one sentence, and the places where something is wrong. */
import type { Problem } from "@zhengdui/basics";
import type { FastifyReply } from "fastify";

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  /** A sentence for the person. */
  readonly error: string;
  /** One for each place. */
  readonly problems?: readonly Problem[];
  /** After how many seconds it may be worth asking again. */
  readonly again?: number;
}

export const notFound: Refusal = { status: 404, error: "没有找到，或不在您的权限之内。" };
export const signInFirst: Refusal = { status: 401, error: "请先登录。" };
export const notYours: Refusal = { status: 403, error: "您的角色不能做这件事。" };
export const secondFactorFirst: Refusal = { status: 403, error: "工作人员要先绑定并输入动态口令。" };
export const passwordFirst: Refusal = { status: 403, error: "一次性口令只能用来登录，请先改成您自己的口令。" };
export const busy: Refusal = { status: 503, error: "登录的人太多，请稍后再试。" };
export const databaseAway: Refusal = { status: 503, error: "数据库暂时不可用，请稍后再试；已保存的内容没有丢失。", again: 5 };
export const officeOpening: Refusal = {
  status: 503,
  error: "办理正在等数据库连上，请稍后再试；政策查询和测算照常。",
  again: 10,
};
export const officeClosed: Refusal = { status: 503, error: "这台服务器没有连接数据库，只提供政策查询和测算。" };
export const otherSite: Refusal = { status: 403, error: "这个请求不是从本站页面发出的，没有执行。" };

export const tooMany = (seconds: number): Refusal => ({ status: 429, error: `请求太频繁，请 ${seconds} 秒后再试。` });

/** A refusal has no answer's shape, so it goes past the route's own serializer. */
export const send = (reply: FastifyReply, { status, error, problems, again }: Refusal): FastifyReply =>
  reply
    .code(status)
    .headers(again === undefined ? {} : { "retry-after": String(again) })
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ error, ...(problems === undefined ? {} : { problems }) }));
