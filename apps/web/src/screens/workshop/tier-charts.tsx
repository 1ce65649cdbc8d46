/** A picture of every measure whose amount follows a number. The last pictures stay while the documents don't compile. */
import type { WorkshopCheck } from "@zhengdui/contract";
import type { Measure } from "@zhengdui/policy";
import { TierChart } from "../../parts/tiers/tier-chart.tsx";
import type { CasePicture } from "./deciding-fact.ts";
import { usePictures } from "./use-pictures.ts";

export function TierCharts({ check }: { readonly check: WorkshopCheck | null }) {
  const { drawn, isStale, isDrawing } = usePictures(check);
  if (drawn.length === 0)
    return <p className="findings-empty">{isDrawing ? "正在画图……" : "规则和算例都读得懂以后，这里画出每一条的档次。"}</p>;
  return (
    <>
      {isStale ? <p className="findings-stale">规则或算例现在读不懂；下面是上一次读懂时的样子。</p> : null}
      {drawn.map(({ measure, picture }) => (
        <section key={measure.id} className="tiers-of">
          <h2 className="tiers-title">
            {measure.clause} · {measure.title}
          </h2>
          {picture === null ? (
            <p className="findings-empty">{whyNone(measure)}</p>
          ) : (
            <>
              <TierChart picture={picture} title={measure.title} />
              <p className="tiers-note">{noteOf(picture)}</p>
            </>
          )}
        </section>
      ))}
    </>
  );
}

const noteOf = ({ fact, isWhole, case: title }: CasePicture): string =>
  `${fact}变化时，一个单位按这一条算得的金额；其余事实同算例“${title}”。实心点含本数，空心点不含。${isWhole ? "" : "只画到这里，后面没有画。"}`;

function whyNone({ form }: Measure): string {
  if (form.kind === "discretionary") return "一事一议，没有算式。";
  if (form.kind === "no-subsidy") return "不发补助。";
  return "没有一个算例按这一条得到金额，或者金额不随一个数变化。写一个得到金额的算例，这里就有图。";
}
