/** Published questions and answers as HTML, for the pages that were printed before: each question opens onto its answer, without a script. */
import { escapeHtml } from "./escape-html.ts";
import type { PublishedAnswer } from "./office/published-answers.ts";

export interface AnswerWords {
  readonly title: string;
  readonly on: (iso: string) => string;
  /** Around what stays Chinese. */
  readonly law: (html: string) => string;
}

/** Nothing where there are none. */
export function answersHtml(answers: readonly PublishedAnswer[], words: AnswerWords): string {
  if (answers.length === 0) return "";
  const items = answers.map(({ question, answer, on }) => {
    const lines = answer.split(/\n+/u).map((line) => `<p>${words.law(escapeHtml(line))}</p>`);
    return `<details><summary>${words.law(escapeHtml(question))}</summary>${lines.join("")}<p class="answered-on">${words.on(on)}</p></details>`;
  });
  return `<div class="answers"><h4>${words.title}</h4>${items.join("")}</div>`;
}
