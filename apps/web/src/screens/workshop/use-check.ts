/** Checks the documents a moment after the last change. The last answer stays until the next is there; an older one never replaces a newer. */
import type { WorkshopCheck, WorkshopDocument, WorkshopVocabulary } from "@zhengdui/contract";
import { useEffect, useRef, useState } from "react";
import { checkDocuments, whyOf } from "../../workshop-server.ts";

export interface Checked {
  readonly check: WorkshopCheck | null;
  /** Of the last answer in which each kind of word was known. */
  readonly vocabulary: WorkshopVocabulary | null;
  readonly isChecking: boolean;
  readonly failure: string;
}

const PAUSE_MS = 400;

export function useCheck(documents: readonly WorkshopDocument[]): Checked {
  const [state, setState] = useState<Checked>({ check: null, vocabulary: null, isChecking: true, failure: "" });
  const asked = useRef(0);
  useEffect(() => {
    const number = ++asked.current;
    setState((before) => ({ ...before, isChecking: true }));
    const timer = setTimeout(
      async () => {
        const answer = await checkDocuments(documents);
        if (number !== asked.current) return;
        setState((before) =>
          answer.ok
            ? {
                check: answer.value,
                vocabulary: merged(before.vocabulary, answer.value.vocabulary),
                isChecking: false,
                failure: "",
              }
            : { ...before, isChecking: false, failure: whyOf(answer.errors) },
        );
      },
      number === 1 ? 0 : PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [documents]);
  return state;
}

/** While a document can't be read, the words it declared before are still offered. */
function merged(before: WorkshopVocabulary | null, now: WorkshopVocabulary): WorkshopVocabulary {
  if (before === null) return now;
  const kinds = new Set(now.words.map(({ kind }) => kind));
  const kept = before.words.filter(({ kind }) => !kinds.has(kind));
  return { ...now, words: [...now.words, ...kept] };
}
