/** "My money": the total, how it came about, and every measure as can get, can't get, can't tell yet. */
import type { Policy } from "@zhengdui/policy";
import type { Json } from "../../../parts/form/json.ts";
import type { Asked } from "../use-interview.ts";
import { Measures } from "./measures.tsx";
import { Open } from "./open.tsx";
import { Summary } from "./summary.tsx";

export interface MoneyProps {
  readonly policy: Policy;
  readonly asked: Asked;
  readonly dossier: Json;
  readonly onReveal: (path: string) => void;
}

export function Money({ policy, asked, dossier, onReveal }: MoneyProps) {
  const { interview, problems } = asked;
  const last = { result: interview.result, why: interview.why, dossier };
  const stale = problems.length > 0;
  return (
    <div className="money">
      <Open policy={policy} asked={asked} dossier={dossier} onReveal={onReveal} />
      <Summary policy={policy} last={last} stale={stale} />
      <Measures policy={policy} last={last} stale={stale} />
    </div>
  );
}
