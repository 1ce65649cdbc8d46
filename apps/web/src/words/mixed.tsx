/** A text that may hold Chinese on a page in another language: the Chinese in it says that it is Chinese, so that it is read aloud as such. */
import { isForeign } from "./t.ts";

const HAN = "[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]";
/** From one Chinese character to the last before the next Latin word. */
const RUN = new RegExp(`${HAN}(?:[^A-Za-z()]*${HAN})?`, "gu");

export function Mixed({ of: text }: { readonly of: string }) {
  if (!isForeign()) return text;
  const runs = [...text.matchAll(RUN)];
  return (
    <>
      {runs.map((run, i) => {
        const before = runs[i - 1];
        const from = before === undefined ? 0 : before.index + before[0].length;
        return (
          <span key={run.index}>
            {text.slice(from, run.index)}
            <span lang="zh-CN">{run[0]}</span>
          </span>
        );
      })}
      {text.slice(endOf(runs.at(-1)))}
    </>
  );
}

const endOf = (run: RegExpExecArray | undefined): number => (run === undefined ? 0 : run.index + run[0].length);
