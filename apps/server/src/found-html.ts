/** What a search has found, as HTML: every policy with its state, every clause with its words. */

import { escapeHtml } from "./escape-html.ts";
import type { FoundClause, FoundPolicy, Piece } from "./policy-search.ts";

/** `stateOf` gives HTML by a policy's id. */
export function foundHtml(asked: string, found: readonly FoundPolicy[], stateOf: (id: string) => string): string {
  const what = `“${escapeHtml(asked)}”`;
  if (found.length === 0)
    return `<p class="found-none">没有找到${what}。换一个短些的词，或者<a href="/policies/">看全部政策</a>。</p>`;
  const clauses = found.reduce((sum, one) => sum + one.clauses.length, 0);
  const items = found.map((one) => policyHtml(one, stateOf(one.policy.id)));
  return `<p class="found-count" role="status">${what}：${found.length} 项政策，${clauses} 条。<a href="/policies/">看全部政策</a></p><ul class="policy-list">${items.join("")}</ul>`;
}

function policyHtml({ policy, title, number, clauses }: FoundPolicy, state: string): string {
  const address = `/policies/${encodeURIComponent(policy.id)}/`;
  const list =
    clauses.length === 0 ? "" : `<ul class="found-clauses">${clauses.map((one) => clauseHtml(address, one)).join("")}</ul>`;
  return `<li><h2><a href="${address}">${marked(title)}</a></h2><p>${marked(number)}　${escapeHtml(policy.issuer)}</p><p class="state">${state}</p>${list}</li>`;
}

function clauseHtml(address: string, { clause, label, title, texts }: FoundClause): string {
  const anchor = encodeURIComponent(`c-${clause.replaceAll(" ", "")}`);
  const lines = texts.map(({ what, pieces }) => `<p><span class="found-what">${what}</span>${marked(pieces)}</p>`);
  return `<li><h3><a href="${address}#${anchor}">${escapeHtml(label)}</a> ${marked(title)}</h3>${lines.join("")}</li>`;
}

const marked = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.marked ? `<mark>${escapeHtml(piece.text)}</mark>` : escapeHtml(piece.text))).join("");
