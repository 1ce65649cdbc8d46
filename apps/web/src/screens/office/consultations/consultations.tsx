/** The consultation log for the office: answered by officers, published by the section's head in words that don't tell who asked. */
import { useState } from "react";
import { Choice } from "../../../parts/office/choice.tsx";
import type { Consultation } from "../../../parts/office/consultation-card.tsx";
import { ConsultationList } from "../../../parts/office/consultation-list.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { AnswerDialog } from "./answer-dialog.tsx";
import { LogForm } from "./log-form.tsx";
import { PublishDialog, WithdrawDialog } from "./publish-dialog.tsx";

interface Chosen {
  readonly deed: "answer" | "publish" | "withdraw";
  readonly of: Consultation;
}

const LOGGED = "把来电、来访问的登记在这里，由经办科室答复；列出的是本镇（街道）的企业问的和您登记的。";
const ANSWERED = "单位的提问，和登记的来电来访。答复后提问人会收到消息；公开的问答显示在政策页面上。";
const SHOWN = [
  { value: "open", label: "待答复" },
  { value: "all", label: "全部" },
];

export function Consultations() {
  const [shown, setShown] = useState("open");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const may = {
    read: useMay("consultation.read"),
    answer: useMay("consultation.answer"),
    publish: useMay("consultation.publish"),
    log: useMay("consultation.log"),
  };
  const close = () => setChosen(null);
  const button = (deed: Chosen["deed"], of: Consultation, words: string) => (
    <button
      type="button"
      className="button"
      aria-label={`${words}：${of.question.slice(0, 20)}`}
      onClick={() => setChosen({ deed, of })}
    >
      {words}
    </button>
  );
  const deeds = (of: Consultation) => (
    <div className="office-actions">
      {may.answer !== null && of.publishedAt === null && button("answer", of, of.answer === null ? "答复" : "改答复")}
      {may.publish !== null && of.answer !== null && button("publish", of, of.publishedAt === null ? "公开" : "改公开的文字")}
      {may.publish !== null && of.publishedAt !== null && button("withdraw", of, "撤下公开")}
    </div>
  );
  return (
    <Page title="咨询" lead={may.answer === null && may.log !== null ? LOGGED : ANSWERED}>
      {may.read !== null && (
        <>
          <div className="office-bar">
            <Choice label="看哪些" value={shown} onValue={setShown} options={SHOWN} />
            {may.log !== null && (
              <a className="button" href="#log">
                登记来电来访
              </a>
            )}
          </div>
          <ConsultationList
            openOnly={shown === "open"}
            empty={shown === "open" ? "没有待答复的咨询。" : "还没有咨询。"}
            deeds={deeds}
          />
        </>
      )}
      {may.log !== null && (
        <div id="log">
          <LogForm />
        </div>
      )}
      {chosen?.deed === "answer" && <AnswerDialog of={chosen.of} onClose={close} />}
      {chosen?.deed === "publish" && <PublishDialog of={chosen.of} onClose={close} />}
      {chosen?.deed === "withdraw" && <WithdrawDialog of={chosen.of} onClose={close} />}
    </Page>
  );
}
