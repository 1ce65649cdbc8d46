/** What was answered already, each to be changed with one click. */

import type { Policy } from "@zhengdui/policy";
import { factName, groupName } from "../../../parts/form/fact-name.ts";
import { getAt, isList, isRecord, type Json } from "../../../parts/form/json.ts";
import { namesOf, valueWords } from "../../../parts/why/fact-words.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import { pathOfList, type Topic } from "./topic.ts";

interface Line {
  readonly topic: Topic;
  readonly label: string;
  readonly words: string;
}

export interface AnsweredProps {
  readonly policy: Policy;
  readonly dossier: Json;
  readonly skipped: readonly string[];
  readonly onEdit: (topic: Topic) => void;
}

export function Answered({ policy, dossier, skipped, onEdit }: AnsweredProps) {
  const lines = [...factLines(policy, dossier, skipped), ...listLines(policy, dossier)];
  if (lines.length === 0) return null;
  return (
    <details className="answered">
      <summary>{t("已答 {n} 项（可改）", { n: lines.length })}</summary>
      <ul>
        {lines.map(({ topic, label, words }) => (
          <li key={label}>
            <span>
              <Mixed of={`${label}${t("：")}${words}`} />
            </span>
            <button type="button" className="button quiet" onClick={() => onEdit(topic)}>
              {t("改")}
              <span className="visually-hidden">
                <Mixed of={` ${label}`} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function factLines(policy: Policy, dossier: Json, skipped: readonly string[]): Line[] {
  const name = namesOf(policy, dossier);
  return policy.facts.records
    .filter(({ id }) => id !== "settings")
    .flatMap(({ id, facts }) =>
      facts.flatMap((fact): Line[] => {
        const value = getAt(dossier, [id, fact.key]);
        const path = `${id}.${fact.key}`;
        const label = factName(fact);
        const topic: Topic = { kind: "fact", of: id, key: fact.key };
        if (value === undefined) return skipped.includes(path) ? [{ topic, label, words: t("不知道") }] : [];
        const simple = value === null || typeof value !== "object" || isList(value);
        return simple ? [{ topic, label, words: valueWords(name(path), value as never) }] : [];
      }),
    );
}

function listLines(policy: Policy, dossier: Json): Line[] {
  return policy.facts.lists.flatMap((list): Line[] => {
    const { id } = list;
    const label = groupName(list);
    const rows = getAt(dossier, pathOfList(id));
    if (!isList(rows)) return [];
    if (rows.length === 0) return [{ topic: { kind: "lists", lists: [id] }, label, words: t("没有") }];
    return [{ topic: { kind: "rows", list: id }, label, words: t("{n} 项", { n: rows.filter(isRecord).length }) }];
  });
}
