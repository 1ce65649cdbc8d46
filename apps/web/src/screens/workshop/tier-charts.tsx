/** A picture of every measure whose amount follows a number. The last pictures stay while the documents don't compile. */
import type { WorkshopCheck } from "@zhengdui/contract";
import type { Measure } from "@zhengdui/policy";
import { useMemo, useRef } from "react";
import { engineOf } from "../../engine.ts";
import { type Picture, pictureOf } from "./deciding-fact.ts";
import { TierChart } from "./tier-chart.tsx";

interface Drawn {
  readonly measure: Measure;
  readonly picture: Picture | null;
}

export function TierCharts({ check }: { readonly check: WorkshopCheck | null }) {
  const last = useRef<readonly Drawn[] | null>(null);
  const drawn = useMemo(() => (check === null ? null : draw(check)), [check]);
  if (drawn !== null) last.current = drawn;
  const shown = drawn ?? last.current;
  if (shown === null) return <p className="findings-empty">规则和算例都读得懂以后，这里画出每一条的档次。</p>;
  return (
    <>
      {drawn === null ? <p className="findings-stale">规则现在读不懂；下面是上一次读懂时的样子。</p> : null}
      {shown.map(({ measure, picture }) => (
        <section key={measure.id} className="tiers-of">
          <h3>
            {measure.clause} · {measure.title}
          </h3>
          {picture === null ? (
            <p className="findings-empty">{whyNone(measure)}</p>
          ) : (
            <>
              <TierChart picture={picture} title={measure.title} />
              <p className="tiers-note">
                {picture.fact}变化时一个单位按这一条算得的金额；其余事实同算例“{picture.case}”。实心点含本数，空心点不含。
              </p>
            </>
          )}
        </section>
      ))}
    </>
  );
}

function draw({ policy, cases }: WorkshopCheck): readonly Drawn[] | null {
  if (policy === null || cases === null) return null;
  const engine = engineOf(policy);
  if (!engine.ok) return null;
  return policy.measures.map((measure) => ({ measure, picture: pictureOf(engine.value, measure, cases) }));
}

function whyNone({ form }: Measure): string {
  if (form.kind === "discretionary") return "一事一议，没有算式。";
  if (form.kind === "no-subsidy") return "不发补助。";
  return "没有一个算例按这一条得到金额，或者金额不随一个数变化。写一个得到金额的算例，这里就有图。";
}
