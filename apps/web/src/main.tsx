/** Starts the page; knows all screens. The masthead stands in the HTML itself; what is drawn here goes below it. */

import type { PolicySummary } from "@zhengdui/contract";
import { StrictMode, useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { type Engine, engineOf } from "./engine.ts";
import { Mishap } from "./parts/mishap.tsx";
import { policyAsked } from "./paths.ts";
import { Calculator } from "./screens/calculator/calculator.tsx";
import { SHARED, type Sheet } from "./screens/calculator/desk.ts";
import { type Loaded, loadDesk } from "./server.ts";
import { t } from "./words/t.ts";

type Phase =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly why: string }
  | { readonly kind: "ready"; readonly loaded: Loaded; readonly engine: Engine; readonly shared: Sheet | null };

function Page() {
  const [phase, setPhase] = useState<Phase>({ kind: "waiting" });
  const load = useCallback(async () => {
    setPhase({ kind: "waiting" });
    const loaded = await loadDesk(policyAsked(window.location.search));
    if (!loaded.ok) return setPhase({ kind: "failed", why: loaded.errors.join("") });
    headline(loaded.value.summary);
    const engine = engineOf(loaded.value.policy);
    if (!engine.ok) return setPhase({ kind: "failed", why: engine.errors.join("") });
    const shared = await sharedSheet(window.location.hash);
    // The link has done its work; the address bar keeps nobody's figures.
    if (shared !== null) window.history.replaceState(null, "", "#result");
    if (shared === "unreadable") window.alert(t("分享的链接不完整，没有打开；原有内容未变。"));
    setPhase({ kind: "ready", loaded: loaded.value, engine: engine.value, shared: shared === "unreadable" ? null : shared });
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  switch (phase.kind) {
    case "ready":
      return <Calculator loaded={phase.loaded} engine={phase.engine} shared={phase.shared} />;
    case "waiting":
      return (
        <main className="desk">
          <p className="waiting">正在载入政策……</p>
        </main>
      );
    case "failed":
      return (
        <main className="desk">
          <div className="waiting" role="alert">
            <p>{phase.why}</p>
            <button type="button" className="button primary" onClick={() => void load()}>
              重试
            </button>
          </div>
        </main>
      );
  }
}

/** What a shared link carries: unpacked by code that no other visit needs. */
async function sharedSheet(hash: string): Promise<Sheet | "unreadable" | null> {
  if (!hash.startsWith(SHARED)) return null;
  const { sharedIn } = await import("./screens/calculator/share.ts");
  return sharedIn(hash);
}

/** The page comes with the first policy's name in its HTML; another one takes its place. */
function headline({ issuer, title, number }: PolicySummary): void {
  for (const [id, text] of Object.entries({ issuer, title, number })) {
    const place = document.getElementById(id);
    if (place !== null) place.textContent = text;
  }
  document.title = `政兑 · ${number} 政策测算`;
}

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Mishap>
        <Page />
      </Mishap>
    </StrictMode>,
  );
