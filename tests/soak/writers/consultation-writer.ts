/** Asks, answers, publishes: the question and the messages of whoever answers, the answer and the asker's message, the publication and the calls that leave the house. */
import type { Caller } from "../caller.ts";
import type { Deed, Note, Writer } from "../deeds.ts";

interface Consultation {
  readonly id: string;
  readonly question: string;
  readonly answer: string | null;
  readonly publicAnswer: string | null;
}

interface People {
  readonly handler: Caller;
  readonly officer: Caller;
  readonly head: Caller;
}

export function consultationWriter({ handler, officer, head }: People, uscc: string, note: Note): Writer {
  let made = 0;
  return {
    name: "consultations",
    write: async () => {
      const [question, answer] = [`第 ${++made} 个问题：软件怎么算？`, `第 ${made} 个答复：按当年度实际投入计算。`];
      const asked = { policy: "jinjiang-2023-11", question };
      const { id } = await handler.call<Consultation>("POST", `/units/${uscc}/consultations`, asked);
      note("question", id, { question });
      await officer.call("PUT", `/consultations/${id}/answer`, { answer });
      note("answer", id, { answer });
      if (made % 2 === 0) return;
      await head.call("PUT", `/consultations/${id}/publication`, { question: "软件怎么算？", answer });
      note("publication", id, { answer });
    },
    missing: async (deeds) => {
      const found = await readBack(head, new Set(deeds.map(({ id }) => id)));
      return deeds.filter((deed) => !isThere(deed, found.get(deed.id)));
    },
  };
}

/** Page by page, the newest first, until all were met. */
async function readBack(head: Caller, wanted: ReadonlySet<string>): Promise<Map<string, Consultation>> {
  const found = new Map<string, Consultation>();
  let before = "";
  for (;;) {
    const page = await head.call<{ consultations: Consultation[]; more: boolean }>("GET", `/consultations${before}`);
    for (const one of page.consultations) if (wanted.has(one.id)) found.set(one.id, one);
    if (found.size === wanted.size || !page.more) return found;
    before = `?before=${page.consultations.at(-1)?.id ?? ""}`;
  }
}

function isThere({ kind, detail }: Deed, found: Consultation | undefined): boolean {
  if (found === undefined) return false;
  if (kind === "question") return found.question === detail.question;
  return kind === "answer" ? found.answer === detail.answer : found.publicAnswer === detail.answer;
}
