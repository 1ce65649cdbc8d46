/** What taking a file would change, what is to be minded, and the deed itself: all of it or nothing. */
import { useId, useState } from "react";
import { OfficeTrouble } from "../../../office-server.ts";
import { CheckedForm, useSaidOf } from "../../../parts/office/checked-form.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { periodWords } from "../../../parts/office/period-words.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import type { FamilyKind } from "../../../parts/office/use-register-kinds.ts";
import { Differences } from "./differences.tsx";
import { ImportProgress } from "./import-progress.tsx";
import type { Importing, PreviewAnswer } from "./use-import.ts";

export interface PreviewProps {
  readonly kind: FamilyKind;
  readonly preview: PreviewAnswer;
  readonly importing: Importing;
}

export function Preview({ kind, preview, importing }: PreviewProps) {
  const { rowCount, sheet, format, against, diff, expiresAt } = preview;
  const before =
    against === null
      ? "以前没有，全部都是新增"
      : `与${against.period === importing.period ? "现行的" : ""} ${periodWords(against.period)}第 ${against.number} 版相比`;
  return (
    <>
      <h2 tabIndex={-1}>预览：{rowCount.toLocaleString("zh-CN")} 行，没有要改的地方</h2>
      <p>
        {format}
        {sheet !== "" && `，工作表“${sheet}”`}。{before}：
      </p>
      <ul className="office-counts">
        <li>新增 {diff.added.count}</li>
        <li>减少 {diff.removed.count}</li>
        <li>变动 {diff.changed.count}</li>
        <li>不变 {diff.same}</li>
      </ul>
      <Minded preview={preview} />
      <Differences kind={kind} diff={diff} />
      <TakeForm kind={kind} preview={preview} importing={importing} />
      <p className="office-hint">预览到 {momentOf(expiresAt)} 为止有效；再预览一次，这一次作废。</p>
    </>
  );
}

function Minded({ preview: { warnings, notes } }: { readonly preview: PreviewAnswer }) {
  if (warnings.count + notes.length === 0) return null;
  return (
    <section className="office-care" aria-label="请留意">
      <p>请留意（不妨碍导入）：</p>
      <ul className="office-bullets">
        {[...notes, ...warnings.first].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {warnings.count > warnings.first.length && (
        <p>
          名称不同的共 {warnings.count} 处，只列出前 {warnings.first.length} 处。
        </p>
      )}
    </section>
  );
}

function TakeForm({ kind, preview: { preview, unknown, rowCount }, importing }: PreviewProps) {
  const { refusal, taking, take, look, period } = importing;
  const [adds, setAdds] = useState(false);
  const mustAdd = unknown.count > 0 && kind.unknownEnterprise === "add";
  // The base was changed, or the time is over: the same file has to be looked at anew.
  const outdated = refusal instanceof OfficeTrouble && [404, 409, 410].includes(refusal.status);
  return (
    <CheckedForm className="office-card" onSend={() => take(adds)}>
      {unknown.count > 0 && <Unknown unknown={unknown} accepted={kind.unknownEnterprise === "accept"} />}
      {mustAdd && <AgreeToAdd count={unknown.count} adds={adds} onAdds={setAdds} />}
      {refusal !== null && <TroubleNotice error={refusal} />}
      {taking && (
        <ImportProgress
          id={preview}
          doing={`正在导入 ${rowCount.toLocaleString("zh-CN")} 行，中断了也不会只导入一半。`}
          label="导入"
        />
      )}
      <div className="office-actions">
        {outdated ? (
          <button type="button" className="button primary" onClick={() => look(false)}>
            用同一个文件重新预览
          </button>
        ) : (
          <button type="submit" className="button primary" disabled={taking}>
            {taking ? "正在导入……" : `导入 ${periodWords(period)}的全部 ${rowCount.toLocaleString("zh-CN")} 行`}
          </button>
        )}
        <span className="office-hint">全部导入，或者一行也不导入；导入以后可以撤销。</span>
      </div>
    </CheckedForm>
  );
}

interface AgreeToAddProps {
  readonly count: number;
  readonly adds: boolean;
  readonly onAdds: (adds: boolean) => void;
}

function AgreeToAdd({ count, adds, onAdds }: AgreeToAddProps) {
  const id = useId();
  const fault = useSaidOf(id);
  return (
    <>
      <p className="office-agree">
        <input
          type="checkbox"
          id={id}
          checked={adds}
          required
          data-missing="请勾选一并登记，或从文件里删去这几家再预览。"
          aria-invalid={fault === null ? undefined : true}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={({ target }) => onAdds(target.checked)}
        />
        <label htmlFor={id}>把这 {count} 家一并登记进企业档案（所属镇（街道）留空，以后补）</label>
      </p>
      {fault !== null && (
        <p className="office-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

interface UnknownProps {
  readonly unknown: PreviewAnswer["unknown"];
  readonly accepted: boolean;
}

function Unknown({ unknown: { count, first }, accepted }: UnknownProps) {
  return (
    <details className="office-fold">
      <summary>
        {count} 家企业不在企业档案里{accepted && "（可能在市外，照收）"}
      </summary>
      <ul className="office-bullets">
        {first.map(({ uscc, name, place }) => (
          <li key={uscc}>
            第 {place} 行　{name}　{uscc}
          </li>
        ))}
      </ul>
      {count > first.length && <p>只列出前 {first.length} 家。</p>}
    </details>
  );
}
