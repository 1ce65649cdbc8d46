/** Starts the calculator with a draft's rules and the dossier that the workshop handed over. What is typed here is kept apart from the public calculator's. */
import type { PolicySummary } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { engineOf } from "./engine.ts";
import type { Json } from "./parts/form/json.ts";
import { Mishap } from "./parts/mishap.tsx";
import { Calculator } from "./screens/calculator/calculator.tsx";
import type { Sheet } from "./screens/calculator/desk.ts";
import { kept } from "./screens/calculator/keep.ts";
import { handedTrial } from "./workshop-handover.ts";

/** Names the place in this browser where the calculator keeps what is typed. */
const summaryOf = ({ id, version, number, title, issuer, inForce, years }: Policy): PolicySummary => ({
  id: `draft:${id}`,
  version,
  number,
  title,
  issuer,
  inForce,
  years,
  state: "in-force",
  repealed: null,
  windows: [],
});

function Trial() {
  const trial = handedTrial();
  const engine = trial === null ? null : engineOf(trial.policy);
  if (trial === null || engine === null || !engine.ok)
    return (
      <main className="desk">
        <div className="waiting" role="alert">
          <p>{engine?.ok === false ? engine.errors.join("") : "这里没有档案。请从政策工坊的“证明”里打开一份。"}</p>
          <p>
            <a href="/workshop.html">政策工坊</a>
          </p>
        </div>
      </main>
    );
  const { policy, title, dossier } = trial;
  const example = { id: "trial", policy: policy.id, title, shows: "证明找到的档案", dossier };
  const summary = summaryOf(policy);
  const handed: Sheet = {
    dossier: dossier as Json,
    skipped: [],
    growing: [],
    whole: true,
    from: title,
    example: "trial",
  };
  const loaded = { summary, policies: [], policy, examples: [example] };
  return <Calculator loaded={loaded} engine={engine.value} shared={kept(summary.id) === null ? handed : null} />;
}

/** A tab that was just opened shows what it was opened for; one that is loaded again, what was typed in it. */
const OPENED = "zhengdui-workshop-trial-opened";
const trial = handedTrial();
if (trial !== null && sessionStorage.getItem(OPENED) === null) {
  sessionStorage.setItem(OPENED, "1");
  localStorage.removeItem(`zhengdui:${summaryOf(trial.policy).id}`);
}
if (trial !== null) {
  for (const [id, text] of Object.entries({
    issuer: trial.policy.issuer,
    title: trial.policy.title,
    number: trial.policy.number,
  })) {
    const place = document.getElementById(id);
    if (place !== null) place.textContent = text;
  }
  document.title = `草稿测算 · ${trial.policy.number}`;
}

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Mishap>
        <Trial />
      </Mishap>
    </StrictMode>,
  );
