/** The only place that calls the server. A failure comes back as a sentence that a person can act on. */

import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { ExampleDossier, PolicySummary } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { paths } from "./paths.ts";
import { t } from "./words/t.ts";

export interface Loaded {
  readonly summary: PolicySummary;
  /** All that the server offers, this one too. */
  readonly policies: readonly PolicySummary[];
  readonly policy: Policy;
  readonly examples: readonly ExampleDossier[];
}

type Shelf = readonly [Outcome<PolicySummary[], string>, Outcome<ExampleDossier[], string>];

/** What the server offers, whichever of it is wanted. */
export const fetchShelf = (): Promise<Shelf> =>
  Promise.all([get<PolicySummary[]>(paths.policies), get<ExampleDossier[]>(paths.examples)]);

/** The policy asked for, or the first the server offers, compiled, with its examples. */
export async function loadDesk(asked: string | null, shelf: Promise<Shelf>): Promise<Outcome<Loaded, string>> {
  const [summaries, examples] = await shelf;
  if (!summaries.ok) return summaries;
  const summary = asked === null ? summaries.value[0] : summaries.value.find(({ id }) => id === asked);
  if (summary === undefined)
    return fail(asked === null ? t("服务器上还没有已编译的政策。") : t("服务器上没有“{id}”这项政策。", { id: asked }));
  const policy = await loadPolicy(summary.id);
  if (!policy.ok) return policy;
  // The page works without examples.
  const own = examples.ok ? examples.value.filter((example) => example.policy === summary.id) : [];
  return ok({ summary, policies: summaries.value, policy: policy.value, examples: own });
}

export const loadPolicy = (id: string): Promise<Outcome<Policy, string>> => get<Policy>(paths.policy(id));

async function get<T>(address: string): Promise<Outcome<T, string>> {
  try {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    if (!response.ok) return fail(t("服务器答复 {status}，暂时取不到政策。", { status: response.status }));
    // The server and the page are built together, from the same types.
    return ok((await response.json()) as T);
  } catch {
    return fail(t("连不上服务器，请检查网络后重试。"));
  }
}
