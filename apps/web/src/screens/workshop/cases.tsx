/** The worked cases as they come out now: what the case says is to be paid, and what the rules give; a click leads to the case. */
import type { WorkshopCase, WorkshopCheck } from "@zhengdui/contract";
import { useState } from "react";
import { yuan } from "../../parts/figures/money.ts";
import type { Jump } from "./editor.tsx";

interface CasesProps {
  readonly check: WorkshopCheck | null;
  readonly onGoTo: (complaint: Jump["complaint"]) => void;
}

const FILE = "cases.md";

export function Cases({ check, onGoTo }: CasesProps) {
  const [onlyRed, setOnlyRed] = useState(false);
  if (check === null) return <p className="findings-empty">正在核对……</p>;
  const { cases } = check;
  if (cases === null)
    return (
      <p className="findings-empty">
        {check.policy === null ? "规则还读不懂，算例暂不能算。先照“意见”改好。" : "算例还读不懂，先照“意见”改好 cases.md。"}
      </p>
    );
  if (cases.length === 0)
    return <p className="findings-empty">还没有算例。在 cases.md 里写上事实和应得的金额，这里就会逐个核对。</p>;
  const shown = onlyRed ? cases.filter(({ complaints }) => complaints.length > 0) : cases;
  return (
    <>
      <label className="cases-filter">
        <input type="checkbox" checked={onlyRed} onChange={(event) => setOnlyRed(event.target.checked)} />
        只看不符的
      </label>
      <table className="cases">
        <thead>
          <tr>
            <th scope="col">算例</th>
            <th scope="col">算例写的</th>
            <th scope="col">规则算的</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <CaseRow key={one.line} one={one} onGoTo={onGoTo} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <p className="findings-empty">没有不符的。</p> : null}
    </>
  );
}

function CaseRow({ one, onGoTo }: { readonly one: WorkshopCase; readonly onGoTo: CasesProps["onGoTo"] }) {
  const { title, group, line, expected, found, complaints } = one;
  const isGood = complaints.length === 0;
  return (
    <tr className={isGood ? "case-good" : "case-bad"}>
      <th scope="row">
        <button type="button" className="link" onClick={() => onGoTo({ file: FILE, line, column: 1, words: title })}>
          {title}
        </button>
        <span className="case-group">{group}</span>
        {complaints.map(({ line: at, what, file, column, words }) => (
          <button
            key={`${at} ${what}`}
            type="button"
            className="link case-why"
            onClick={() => onGoTo({ file, line: at, column, words })}
          >
            {what}
          </button>
        ))}
      </th>
      <td>{payWords(expected)}</td>
      <td>
        <span className="case-mark">{isGood ? "✓ " : "✗ "}</span>
        <span className="visually-hidden">{isGood ? "相符 " : "不符 "}</span>
        {found === undefined ? "不能受理" : payWords(found)}
      </td>
    </tr>
  );
}

const payWords = (amount: string | null): string => (amount === null ? "暂不支付" : `${yuan(amount)} 元`);
