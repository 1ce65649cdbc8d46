/** What no worked case noticed: each change at its line, and facts by which a new case would notice it. */
import type { StudyMutation, StudySurvivor } from "@zhengdui/contract";
import type { Jump } from "./editor.tsx";

interface MutationProps {
  readonly mutation: StudyMutation;
  readonly onGoTo: (place: Jump["complaint"]) => void;
}

export function MutationList({ mutation: { mutants, killed, equivalent, survivors }, onGoTo }: MutationProps) {
  return (
    <>
      <p className="study-sum">
        改错 {mutants} 处：算例查出 {killed} 处，证明改了也一样 {equivalent} 处，没有查出 {survivors.length} 处。
      </p>
      {survivors.length === 0 ? (
        <p className="findings-empty">每一处改错都有算例查出。</p>
      ) : (
        <ol className="complaints">
          {survivors.map((survivor, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew by every run
            <Survivor key={i} survivor={survivor} onGoTo={onGoTo} />
          ))}
        </ol>
      )}
    </>
  );
}

function Survivor({ survivor, onGoTo }: { readonly survivor: StudySurvivor; readonly onGoTo: MutationProps["onGoTo"] }) {
  const { clause, spot, was, became, place, facts, differs } = survivor;
  return (
    <li className="complaint finding">
      <button type="button" className="complaint-place" onClick={() => onGoTo(place)}>
        <span className="complaint-line">
          {clause}　{place.file} 第 {place.line} 行
        </span>
        <span className="complaint-what">{spot}</span>
      </button>
      <div className="finding-body">
        <p>
          <del>{was}</del> → <ins>{became}</ins>
        </p>
        {facts === null ? (
          <p className="case-group">没有找到能分辨的事实；请写一个正好落在这个界限上的算例。</p>
        ) : (
          <details>
            <summary>能分辨的事实</summary>
            <p className="case-group">
              改动前后{differs.length === 0 ? "合计" : differs.join("、")}的结论不同。请按条文算出结论，写进 cases.md。
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
            <pre className="finding-facts" tabIndex={0}>
              {facts}
            </pre>
          </details>
        )}
      </div>
    </li>
  );
}
