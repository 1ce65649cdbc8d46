/** /policies/, /policies/?q=… and /policies/<id>/: and the same in English below /en: pages for reading, printed at build; what belongs to the day or the question is put in here. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicySummary } from "@zhengdui/contract";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { alternatesOf } from "../alternates.ts";
import { type AnswerWords, answersHtml } from "../answers-html.ts";
import { escapeHtml } from "../escape-html.ts";
import { foundHtml } from "../found-html.ts";
import { FOUND_IN_CHINESE, FOUND_IN_ENGLISH, type FoundWords } from "../found-words.ts";
import type { PublishedAnswer, PublishedAnswers } from "../office/published-answers.ts";
import { searchPolicies, wordsOf } from "../policy-search.ts";
import { type Document, documentOf, type Shelf } from "../policy-shelf.ts";
import { sendDocument } from "../send-document.ts";
import { dayInEnglish, stateInEnglish, windowsInEnglish } from "../state-in-english.ts";
import { dayInWords, stateWords, windowWords } from "../state-words.ts";
import { dayInChina, summarize } from "./policies.ts";

const ENGLISH = "en/policies";
const HTML = "text/html; charset=utf-8";
/** `%ANSWERS:二（二）%` stands for what is published about that clause, `%ANSWERS%` for what is about the whole policy. */
const MARK = /%(STATE|WINDOWS|QUERY|FOUND|ANSWERS)(?::([^%\s]+))?%/g;

/** What stands for a mark; each mark is replaced once, so that nothing typed can be taken for one. */
type Words = (mark: string, id: string) => string;
const filled = (page: string, words: Words): string =>
  page.replace(MARK, (_, mark: string, id: string | undefined) => words(mark, id ?? ""));

/** What is published about a policy by whose office it is that was asked. */
export type AnswersFor = (request: FastifyRequest, policy: string) => ReturnType<PublishedAnswers>;

/** `answersFor`: where there is an office. */
export function policyPageRoutes(app: FastifyInstance, shelf: Shelf, web: string, answersFor?: AnswersFor): void {
  const addresses = ["policies", ENGLISH].flatMap((home) => [
    home,
    ...shelf.policies.map(({ policy }) => `${home}/${policy.id}`),
  ]);
  for (const address of addresses) {
    const page = printed(web, `${address}/index.html`);
    if (page === null) continue;
    const words = address.startsWith(ENGLISH) ? IN_ENGLISH : IN_CHINESE;
    const current = currentPage(page, shelf, words);
    const about = shelf.policies.find(({ policy }) => address.endsWith(`/${policy.id}`))?.policy.id;
    const isList = address === "policies" || address === ENGLISH;
    const search = isList ? printed(web, `${address}/found.html`) : null;
    app.get<{ Querystring: { q?: unknown } }>(`/${address}/`, async (request, reply) => {
      const { q } = request.query;
      const asked = typeof q === "string" ? q.trim() : "";
      if (search === null || asked === "") {
        reply.headers(alternatesOf(request, `/${address.replace(/^en\//, "")}/`));
        const answers = about === undefined ? [] : ((await answersFor?.(request, about)) ?? []);
        return sendDocument(request, reply, current(dayInChina(new Date()), answers), HTML);
      }
      reply.type(HTML).headers({ "cache-control": "no-cache", "x-robots-tag": "noindex" });
      return reply.send(filled(search, answering(asked, shelf, words)));
    });
    for (const other of [`/${address}`, `/${address}/index.html`, ...(isList ? [`/${address}/found.html`] : [])])
      app.get(other, async (_request, reply) => reply.redirect(`/${address}/`, 308));
  }
}

function printed(web: string, name: string): string | null {
  const file = join(web, name);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

interface DayWords {
  readonly found: FoundWords;
  readonly state: (summary: PolicySummary) => string;
  readonly windows: (summary: PolicySummary, today: string) => string;
  readonly answers: AnswerWords;
}

const IN_CHINESE: DayWords = {
  found: FOUND_IN_CHINESE,
  state: stateWords,
  windows: windowWords,
  answers: { title: "问答", on: (iso) => `${dayInWords(iso)}公开`, law: FOUND_IN_CHINESE.law },
};
const IN_ENGLISH: DayWords = {
  found: FOUND_IN_ENGLISH,
  state: stateInEnglish,
  windows: windowsInEnglish,
  answers: { title: "Questions and answers", on: (iso) => `Published ${dayInEnglish(iso)}`, law: FOUND_IN_ENGLISH.law },
};

const dayWords =
  (shelf: Shelf, words: DayWords) =>
  (today: string): Words =>
  (mark, id) => {
    const found = shelf.policies.find(({ policy }) => policy.id === id);
    if (found === undefined) return "";
    const summary = summarize(found.policy, found.service, today);
    return mark === "WINDOWS" ? words.windows(summary, today) : words.state(summary);
  };

/** Of each page so many are kept: counties that one server serves have answers of their own, and are asked in turns. */
const KEPT_PAGES_SIZE = 16;

/** The page with the state of the day and what is published, made and compressed when one of them changes. */
function currentPage(
  page: string,
  shelf: Shelf,
  words: DayWords,
): (day: string, answers: readonly PublishedAnswer[]) => Document {
  const made = new Map<string, Document>();
  return (day, answers) => {
    const of = JSON.stringify([day, answers]);
    let document = made.get(of);
    if (document === undefined) {
      const states = dayWords(shelf, words)(day);
      const html = filled(page, (mark, id) =>
        mark === "ANSWERS"
          ? answersHtml(
              answers.filter(({ clause }) => (clause !== null && page.includes(`%ANSWERS:${clause}%`) ? clause : "") === id),
              words.answers,
            )
          : states(mark, id),
      );
      document = documentOf(Buffer.from(html));
      if (made.size >= KEPT_PAGES_SIZE) made.clear();
      made.set(of, document);
    }
    return document;
  };
}

function answering(asked: string, shelf: Shelf, words: DayWords): Words {
  const states = dayWords(shelf, words)(dayInChina(new Date()));
  const policies = shelf.policies.map(({ policy }) => policy);
  const found = foundHtml(asked, searchPolicies(policies, wordsOf(asked)), (id) => states("STATE", id), words.found);
  return (mark) => (mark === "QUERY" ? escapeHtml(asked) : found);
}
