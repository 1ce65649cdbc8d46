/** Where the words of a clause can be read in several ways: the reading taken, the others, and why. */
import type { Interpretation } from "@zhengdui/policy";

export function Readings({ interpretations }: { readonly interpretations: readonly Interpretation[] }) {
  return interpretations.map(({ key, title, words, readings, why, computed }) => {
    const [taken, ...others] = readings;
    return (
      <section className="open-place" id={`i-${key}`} key={key} aria-labelledby={`i-${key}-title`}>
        <h4 id={`i-${key}-title`}>
          <a href={`#i-${key}`}>有几种读法：{title}</a>
        </h4>
        <p>原文：“{words}”</p>
        <p>
          {computed ? "测算按" : "默认"}：{taken?.text}
          {others.length === 0 ? "" : `。另有：${others.map((other) => other.text).join("；")}`}
        </p>
        <p>{why}</p>
      </section>
    );
  });
}
