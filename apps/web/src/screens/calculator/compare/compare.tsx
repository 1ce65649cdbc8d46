/** The dossier on the desk beside another year, a kept copy, a file, an example or another policy: only what differs, and why. */
import { useState } from "react";
import type { Engine } from "../../../engine.ts";
import type { Loaded } from "../../../server.ts";
import "../../../styles/compare.css";
import { t } from "../../../words/t.ts";
import type { Sheet } from "../desk.ts";
import type { Asked } from "../use-interview.ts";
import type { Choice } from "./choice.ts";
import { ChooseRight } from "./choose-right.tsx";
import { Comparison } from "./comparison.tsx";
import { Copies } from "./copies-list.tsx";
import { rightSide } from "./right-side.ts";
import { useCopies } from "./use-copies.ts";
import { useOtherPolicy } from "./use-other-policy.ts";

export interface CompareProps {
  readonly loaded: Loaded;
  readonly engine: Engine;
  readonly sheet: Sheet;
  readonly asked: Asked;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly onLay: (sheet: Sheet, label: string) => void;
}

export function Compare({ loaded, engine, sheet, asked, choice, onChoose, onLay }: CompareProps) {
  const copies = useCopies(loaded.summary.id);
  const other = useOtherPolicy(choice.kind === "policy" ? choice.id : null);
  const [full, setFull] = useState(false);
  const right = rightSide(choice, { loaded, engine, sheet, copies: copies.all, other });
  const name = asked.interview.result.applicant.name || t("申报档案");
  const keep = () => {
    const copy = copies.keep(sheet, t("{name} 第 {n} 份", { name, n: copies.all.length + 1 }));
    setFull(copy === null);
    if (copy !== null) onChoose({ kind: "copy", id: copy.id });
  };
  return (
    <section className="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">{t("对比")}</h2>
      <ChooseRight loaded={loaded} engine={engine} sheet={sheet} copies={copies.all} choice={choice} onChoose={onChoose} />
      <div className="compare-actions">
        <button type="button" className="button" onClick={keep}>
          {t("存一份作比较")}
        </button>
        {right === null || right.other !== null || choice.kind === "year" ? null : (
          <button type="button" className="button" onClick={() => onLay(right.sheet, t("改用“{name}”", { name: right.title }))}>
            {t("改用右边这份")}
          </button>
        )}
      </div>
      {full ? (
        <p className="field-problem" role="alert">
          {t("这个浏览器放不下或不许存放，没有存。可用“导出档案”存成文件。")}
        </p>
      ) : null}
      <Copies copies={copies} choice={choice} onChoose={onChoose} />
      {other.kind === "waiting" ? <p className="waiting">{t("正在载入另一项政策……")}</p> : null}
      {other.kind === "failed" ? (
        <p className="field-problem" role="alert">
          {other.why}
        </p>
      ) : null}
      {right === null ? (
        other.kind === "none" ? (
          <Nothing />
        ) : null
      ) : (
        <Comparison policy={engine.policy} sheet={sheet} asked={asked} right={right} />
      )}
    </section>
  );
}

function Nothing() {
  return (
    <div className="empty compare-empty">
      <p>{t("左边是现在这份资料。选定右边，这里只列出两边不同的地方：哪些资料、哪几条、差多少、为什么。")}</p>
      <ul>
        <li>{t("想知道换个年度会怎样：选“另一年度”。")}</li>
        <li>{t("想知道改几个数会怎样：先“存一份作比较”，再去改资料，回到这里。")}</li>
        <li>{t("想与别人的档案比：从文件打开，或把文件拖到这一页。")}</li>
      </ul>
    </div>
  );
}
