/** What compiles, and should be looked at all the same: below the complaints, and told from them. A click leads to the words. */
import type { WorkshopComplaint } from "@zhengdui/contract";
import type { Jump } from "./editor.tsx";

interface NoticesProps {
  readonly notices: readonly WorkshopComplaint[];
  readonly onGoTo: (notice: Jump["complaint"]) => void;
}

export function Notices({ notices, onGoTo }: NoticesProps) {
  if (notices.length === 0) return null;
  return (
    <section className="noticed" aria-label="请留意">
      <p className="noticed-head">请留意 {notices.length} 处，不是错处：</p>
      <ol>
        {notices.map((notice) => (
          <li key={`${notice.file} ${notice.line} ${notice.column} ${notice.what}`}>
            <button type="button" className="noticed-place" onClick={() => onGoTo(notice)}>
              <span className="complaint-line">
                {notice.file} 第 {notice.line} 行：{notice.words}
              </span>
              <span className="noticed-what">{notice.what}</span>
            </button>
            <p>
              {notice.why}。改法：{notice.mend}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
