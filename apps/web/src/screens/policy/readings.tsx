/** Where the words of a clause can be read in several ways: the reading taken, the others, and why. */

import type { Interpretation } from "@zhengdui/policy";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";

export function Readings({ interpretations }: { readonly interpretations: readonly Interpretation[] }) {
  return interpretations.map(({ key, title, words, readings, why, computed }) => {
    const [taken, ...others] = readings;
    return (
      <section className="open-place" id={`i-${key}`} key={key} aria-labelledby={`i-${key}-title`}>
        <h4 id={`i-${key}-title`}>
          <a href={`#i-${key}`}>
            <Mixed of={t("有几种读法：{title}", { title })} />
          </a>
        </h4>
        <p>
          <Mixed of={t("原文：“{words}”", { words })} />
        </p>
        <p>
          <Mixed
            of={
              computed
                ? t("测算按：{reading}", { reading: taken?.text ?? "" })
                : t("默认：{reading}", { reading: taken?.text ?? "" })
            }
          />
          {others.length === 0 ? null : (
            <Mixed of={t("。另有：{readings}", { readings: others.map((other) => other.text).join(t("；")) })} />
          )}
        </p>
        <p lang={chinese()}>{why}</p>
      </section>
    );
  });
}
