/** /policies/ and /policies/<id>/: pages for reading, printed at build; the state of the day is put in here. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicySummary } from "@zhengdui/contract";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Shelf } from "../policy-shelf.ts";
import { dayInChina, summarize } from "./policies.ts";

const MARK = /%STATE:([a-z0-9-]+)%/g;

export function policyPageRoutes(app: FastifyInstance, shelf: Shelf, web: string): void {
  const pages = new Map<string, string>();
  const keep = (address: string): void => {
    const file = join(web, address, "index.html");
    if (existsSync(file)) pages.set(address, readFileSync(file, "utf8"));
  };
  keep("policies");
  for (const { policy } of shelf.policies) keep(`policies/${policy.id}`);
  for (const [address, page] of pages) {
    app.get(`/${address}/`, async (_request, reply) => send(reply, page, shelf));
    app.get(`/${address}`, async (_request, reply) => reply.redirect(`/${address}/`, 308));
  }
}

function send(reply: FastifyReply, page: string, shelf: Shelf): FastifyReply {
  const today = dayInChina(new Date());
  const html = page.replace(MARK, (_, id: string) => {
    const found = shelf.policies.find(({ policy }) => policy.id === id);
    return found === undefined ? "" : stateWords(summarize(found.policy, today));
  });
  return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(html);
}

const day = (iso: string): string => {
  const [year, month, date] = iso.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

export function stateWords({ state, inForce, years }: PolicySummary): string {
  switch (state) {
    case "not-yet":
      return `<strong>未生效</strong> ${day(inForce.from)}起施行`;
    case "in-force":
      return "<strong>施行中</strong>";
    case "expired":
      return `<strong>已失效</strong> 已于${day(inForce.to)}失效，不作新的申报依据；${years.join("、")} 年度仍可测算`;
  }
}
