/** What a search has found, as HTML: every policy with its state, every clause with its words. */

import { escapeHtml } from "./escape-html.ts";
import type { FoundWords } from "./found-words.ts";
import type { FoundClause, FoundPolicy, Piece } from "./policy-search.ts";

/** `stateOf` gives HTML by a policy's id. */
export function foundHtml(
  asked: string,
  found: readonly FoundPolicy[],
  stateOf: (id: string) => string,
  words: FoundWords,
): string {
  const what = escapeHtml(asked);
  const all = (text: string) => `<a href="${words.home}">${text}</a>`;
  if (found.length === 0) return `<p class="found-none">${words.nothing(what, all)}</p>`;
  const clauses = found.reduce((sum, one) => sum + one.clauses.length, 0);
  const items = found.map((one) => policyHtml(one, stateOf(one.policy.id), words));
  const count = words.count(what, found.length, clauses);
  return `<p class="found-count" role="status">${count}${all(words.all)}</p><ul class="policy-list">${items.join("")}</ul>`;
}

function policyHtml({ policy, title, number, clauses }: FoundPolicy, state: string, words: FoundWords): string {
  const address = `${words.home}${encodeURIComponent(policy.id)}/`;
  const list =
    clauses.length === 0
      ? ""
      : `<ul class="found-clauses">${clauses.map((one) => clauseHtml(address, one, words)).join("")}</ul>`;
  const head = words.law(`${marked(number)}　${escapeHtml(policy.issuer)}`);
  return `<li><h2><a href="${address}">${words.law(marked(title))}</a></h2><p>${head}</p><p class="state">${state}</p>${list}</li>`;
}

function clauseHtml(address: string, { clause, label, title, texts }: FoundClause, words: FoundWords): string {
  const anchor = encodeURIComponent(`c-${clause.replaceAll(" ", "")}`);
  const lines = texts.map(
    ({ what, pieces }) => `<p><span class="found-what">${words.kind(what)}</span>${words.law(marked(pieces))}</p>`,
  );
  const head = `<a href="${address}#${anchor}">${words.law(escapeHtml(label))}</a> ${words.law(marked(title))}`;
  return `<li><h3>${head}</h3>${lines.join("")}</li>`;
}

const marked = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.marked ? `<mark>${escapeHtml(piece.text)}</mark>` : escapeHtml(piece.text))).join("");
