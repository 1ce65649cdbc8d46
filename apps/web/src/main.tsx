/** Starts the page; knows all screens. The masthead stands in the HTML itself; what is drawn here goes below it. */

import type { PolicySummary } from "@zhengdui/contract";
import { StrictMode, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { type Engine, engineOf, fetchGaps } from "./engine.ts";
import { inOwnTask } from "./parts/in-own-task.ts";
import { isLarge, setLarge } from "./parts/large-type.ts";
import { Mishap } from "./parts/mishap.tsx";
import { PageTools } from "./parts/page-tools.tsx";
import { policyAsked } from "./paths.ts";
import { Calculator } from "./screens/calculator/calculator.tsx";
import { SHARED, type Sheet } from "./screens/calculator/desk.ts";
import type { Trouble } from "./screens/calculator/notices.tsx";
import type { Shared } from "./screens/calculator/share.ts";
import { fetchShelf, type Loaded, loadDesk } from "./server.ts";
import { chooseLanguage, languageAsked, speakIn } from "./words/language.ts";
import { type Language, t } from "./words/t.ts";

type Phase =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly why: string }
  | {
      readonly kind: "ready";
      readonly loaded: Loaded;
      readonly engine: Engine;
      readonly shared: Sheet | null;
      readonly trouble: Trouble | null;
    };

interface PageProps {
  readonly first: Language;
  /** What the HTML itself says until there is more to show: it stays untouched until then. */
  readonly served: HTMLElement | null;
}

function Page({ first, served }: PageProps) {
  const [language, setLanguage] = useState(first);
  const [phase, setPhase] = useState<Phase>({ kind: "waiting" });
  const load = useCallback(async () => {
    setPhase({ kind: "waiting" });
    // Beside the link's unpacking: of all that is fetched, the policies take longest.
    const shelf = fetchShelf();
    const link = await sharedIn(window.location.hash);
    const wanted = link?.kind === "sheet" && link.policy !== null ? link.policy : policyAsked(window.location.search);
    const first = await loadDesk(wanted, shelf);
    // A link may name a policy that this server doesn't have; then it is the page that can be shown, not the link's dossier.
    const loaded = first.ok || link === null ? first : await loadDesk(null, shelf);
    const isThere = loaded.ok && loaded.value.policies.some(({ id }) => id === wanted);
    if (!loaded.ok) return setPhase({ kind: "failed", why: loaded.errors.join("") });
    if (!first.ok && isThere) return setPhase({ kind: "failed", why: first.errors.join("") });
    const engine = await inOwnTask(() => engineOf(loaded.value.policy));
    if (!engine.ok) return setPhase({ kind: "failed", why: engine.errors.join("") });
    const { summary } = loaded.value;
    const shared = link?.kind === "sheet" && first.ok ? link.sheet : null;
    if (shared !== null) await keepReplaced(loaded.value, shared);
    // The link has done its work; the address bar keeps nobody's figures.
    if (link !== null) window.history.replaceState(null, "", addressOf(summary.id, shared === null ? "ask" : "result"));
    const trouble = link === null || shared !== null ? null : link.kind === "sheet" ? "unknown-policy" : link.kind;
    await inOwnTask(() => setPhase({ kind: "ready", loaded: loaded.value, engine: engine.value, shared, trouble }));
  }, []);
  useEffect(() => {
    void load();
    // A link opened in this very tab changes the fragment alone.
    const follow = () => window.location.hash.startsWith(SHARED) && void load();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title is said in the language
  useEffect(() => {
    if (phase.kind === "ready") headline(phase.loaded.summary);
  }, [phase, language]);
  const change = async (to: Language) => {
    chooseLanguage(to);
    setLanguage(await speakIn(to));
  };
  return (
    <>
      <PageTools language={language} onLanguage={(to) => void change(to)} />
      <Below phase={phase} served={served} onRetry={() => void load()} />
    </>
  );
}

interface BelowProps {
  readonly phase: Phase;
  readonly served: PageProps["served"];
  readonly onRetry: () => void;
}

function Below({ phase, served, onRetry }: BelowProps) {
  useLayoutEffect(() => {
    if (phase.kind !== "waiting") served?.remove();
  }, [phase, served]);
  switch (phase.kind) {
    case "ready":
      return <Calculator loaded={phase.loaded} engine={phase.engine} shared={phase.shared} trouble={phase.trouble} />;
    case "waiting":
      return served?.isConnected ? null : (
        <main className="desk" id="main">
          <p className="waiting">{t("正在载入政策……")}</p>
        </main>
      );
    case "failed":
      return (
        <main className="desk" id="main">
          <div className="waiting" role="alert">
            <p>{phase.why}</p>
            <button type="button" className="button primary" onClick={onRetry}>
              {t("重试")}
            </button>
          </div>
        </main>
      );
  }
}

/** What a shared link carries: unpacked by code that no other visit needs. */
async function sharedIn(hash: string): Promise<Shared | null> {
  if (!hash.startsWith(SHARED)) return null;
  // What a link shows is the result, with its gaps. What fails here is fetched again, and said, where it is drawn.
  const ahead = Promise.allSettled([
    fetchGaps(),
    import("./screens/calculator/money/money.tsx"),
    import("./screens/calculator/compare/copies.ts"),
  ]);
  const share = await import("./screens/calculator/share.ts");
  const link = await share.sharedIn(hash);
  await ahead;
  return link;
}

/** What a link's dossier takes the place of can be brought back by undo; a copy of it outlives this tab. */
async function keepReplaced({ summary, policy }: Loaded, shared: Sheet): Promise<void> {
  const copies = await import("./screens/calculator/compare/copies.ts");
  copies.keepReplaced(summary.id, policy, shared);
}

function addressOf(policy: string, view: string): string {
  const address = new URL(window.location.href);
  address.searchParams.set("policy", policy);
  address.hash = view;
  return address.href;
}

/** The page comes with the first policy's name in its HTML; another one takes its place. */
function headline({ issuer, title, number }: PolicySummary): void {
  for (const [id, text] of Object.entries({ issuer, title, number })) {
    const place = document.getElementById(id);
    if (place !== null) place.textContent = text;
  }
  document.title = t("政兑 · {number} 政策测算", { number });
}

const root = document.getElementById("root");
if (root !== null) {
  if (isLarge()) setLarge(true);
  void start(root, languageAsked(window.location.search));
}

/** Chinese needs nothing more; another language is fetched before the first word is drawn. */
async function start(place: HTMLElement, asked: Language): Promise<void> {
  const first = asked === "zh" ? asked : await speakIn(asked);
  const served = document.getElementById("main");
  if (first !== "zh") served?.remove();
  createRoot(place).render(
    <StrictMode>
      <Mishap>
        <Page first={first} served={served} />
      </Mishap>
    </StrictMode>,
  );
}
