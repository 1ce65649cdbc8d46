/** The file has been taken: which version it became, and where it can be seen. */
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { periodWords } from "../../../parts/office/period-words.ts";
import type { FamilyKind } from "../../../parts/office/use-register-kinds.ts";
import type { DoneAnswer } from "./use-import.ts";

export interface DoneProps {
  readonly kind: FamilyKind;
  readonly done: DoneAnswer;
  readonly onAnother: () => void;
}

export function Done({ kind, done: { version, enterprisesAdded }, onAnother }: DoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { id, period, number, rowCount, added, removed, changed } = version;
  return (
    <section className="office-good">
      <h2 ref={heading} tabIndex={-1}>
        已导入：{periodWords(period)}第 {number} 版
      </h2>
      <p>
        {rowCount.toLocaleString("zh-CN")} 行；新增 {added}，减少 {removed}，变动 {changed}。
        {enterprisesAdded > 0 && `${enterprisesAdded} 家企业登记进了企业档案。`}
      </p>
      <div className="office-actions">
        <Link className="button primary" to={`/registers/${kind.id}/versions/${id}`}>
          看这一版
        </Link>
        <Link className="button" to={`/registers/${kind.id}`}>
          各版，可以撤销
        </Link>
        <button type="button" className="button" onClick={onAnother}>
          再导入一个文件
        </button>
      </div>
    </section>
  );
}
