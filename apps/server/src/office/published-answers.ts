/** The questions and answers that the office has published, as the public pages read them; they need not wait for the database, nor have it. */
import { consultation, type Store } from "@zhengdui/store";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { dayInChina } from "../routes/policies.ts";

export interface PublishedAnswer {
  /** Of the policy; null: about the whole of it. */
  readonly clause: string | null;
  readonly question: string;
  readonly answer: string;
  /** YYYY-MM-DD, in China. */
  readonly on: string;
}

/** Of a county, by a policy's id; newest first. */
export type PublishedAnswers = (tenant: string, policy: string) => Promise<readonly PublishedAnswer[]>;

/** Taken back, an answer is gone from the pages after this long. */
const FRESH_MS = 10_000;
const MOST_ROWS = 200;

/** For pages that many open. `onTrouble`: the database didn't answer; what was known before is given, or nothing. */
export function rememberedAnswers(store: Store, onTrouble: (error: unknown) => void, freshMs = FRESH_MS): PublishedAnswers {
  const known = new Map<string, { readonly until: number; readonly answers: Promise<readonly PublishedAnswer[]> }>();
  return (tenant, policy) => {
    const now = performance.now();
    const key = `${tenant} ${policy}`;
    const before = known.get(key);
    if (before !== undefined && now < before.until) return before.answers;
    const answers = fetchAnswers(store, tenant, policy).catch((error: unknown) => {
      onTrouble(error);
      return before?.answers ?? [];
    });
    known.set(key, { until: now + freshMs, answers });
    return answers;
  };
}

export const fetchAnswers = (store: Store, tenant: string, policy: string): Promise<PublishedAnswer[]> =>
  store.within({ tenant, account: null, reach: "system" }, async (tx) => {
    const rows = await tx
      .select()
      .from(consultation)
      .where(and(eq(consultation.policy, policy), isNotNull(consultation.publishedAt)))
      .orderBy(desc(consultation.publishedAt))
      .limit(MOST_ROWS);
    return rows.flatMap(({ clause, publicQuestion, publicAnswer, publishedAt }) =>
      publicQuestion === null || publicAnswer === null || publishedAt === null
        ? []
        : [{ clause, question: publicQuestion, answer: publicAnswer, on: dayInChina(publishedAt) }],
    );
  });
