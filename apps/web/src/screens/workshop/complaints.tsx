/** An author's mistakes, each with its place and the compiler's four sentences; a click leads to the words. */
import type { WorkshopComplaint } from "@zhengdui/contract";
import type { Jump } from "./editor.tsx";

interface ComplaintsProps {
  /** null: not checked yet. */
  readonly complaints: readonly WorkshopComplaint[] | null;
  readonly onGoTo: (complaint: Jump["complaint"]) => void;
}

export function Complaints({ complaints, onGoTo }: ComplaintsProps) {
  if (complaints === null) return <p className="findings-empty">正在核对……</p>;
  if (complaints.length === 0)
    return <p className="findings-empty">没有意见：原文逐字引到，每个数有出处，档次没有缺口，算例都相符。</p>;
  return (
    <ol className="complaints">
      {complaints.map((complaint, i) => (
        // Two complaints may be alike in all but their number.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew by every check
        <li key={i} className="complaint">
          <button type="button" className="complaint-place" onClick={() => onGoTo(complaint)}>
            <span className="complaint-line">
              {complaint.file} 第 {complaint.line} 行
            </span>
            <span className="complaint-what">{complaint.what}</span>
          </button>
          <dl>
            <dt>文字</dt>
            <dd>{complaint.words === "" ? "（无）" : complaint.words}</dd>
            <dt>应为</dt>
            <dd>{complaint.expected}</dd>
            <dt>原因</dt>
            <dd>{complaint.why}</dd>
            <dt>改法</dt>
            <dd>{complaint.mend}</dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}
