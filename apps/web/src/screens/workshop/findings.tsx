/** What is said of the documents: complaints, worked cases, tiers, changes, proof, mutation; one at a time, with its number on its tab. */
import type { WorkshopDocument, WorkshopDocuments } from "@zhengdui/contract";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { Cases } from "./cases.tsx";
import { ChangesList } from "./changes-list.tsx";
import { Complaints } from "./complaints.tsx";
import type { Jump } from "./editor.tsx";
import { MutationList } from "./mutation-list.tsx";
import { Notices } from "./notices.tsx";
import { ProofList } from "./proof-list.tsx";
import { StudyPanel } from "./study-panel.tsx";
import type { Checked } from "./use-check.ts";
import { type Study, useStudy } from "./use-study.ts";

/** Only the pictures need the engine. */
const TierCharts = lazy(() => import("./tier-charts.tsx").then((module) => ({ default: module.TierCharts })));

export interface FindingsProps {
  readonly checked: Checked;
  readonly documents: readonly WorkshopDocument[];
  readonly published: WorkshopDocuments | null;
  readonly isPublished: boolean;
  readonly onGoTo: (complaint: Jump["complaint"]) => void;
}

interface Panel {
  readonly key: string;
  readonly label: string;
  readonly content: () => ReactNode;
}

export function Findings({ checked, documents, published, isPublished, onGoTo }: FindingsProps) {
  const { check } = checked;
  // Here and not in their tabs: whoever looks at another tab doesn't end them.
  const proof = useStudy("prove");
  const mutation = useStudy("mutate");
  const panels: Panel[] = [
    {
      key: "complaints",
      label: `意见 ${check?.complaints.length ?? ""}`,
      content: () => (
        <>
          <Complaints complaints={check?.complaints ?? null} onGoTo={onGoTo} />
          <Notices notices={check?.notices ?? []} onGoTo={onGoTo} />
        </>
      ),
    },
    { key: "cases", label: casesLabel(checked), content: () => <Cases check={check} onGoTo={onGoTo} /> },
    {
      key: "tiers",
      label: "档次图",
      content: () => (
        <Suspense fallback={<p className="findings-empty">正在画图……</p>}>
          <TierCharts check={check} />
        </Suspense>
      ),
    },
    ...(isPublished
      ? []
      : [
          {
            key: "changes",
            label: "与公布的比较",
            content: () => <ChangesList documents={documents} published={published} policy={check?.policy ?? null} />,
          },
        ]),
    {
      key: "proof",
      label: labelOf("证明", proof),
      content: () => (
        <StudyPanel study={proof} documents={documents} verb="证明" about={ABOUT_PROOF}>
          {(answer) =>
            answer.kind === "proof" ? <ProofList proof={answer.proof} policy={check?.policy ?? null} onGoTo={onGoTo} /> : null
          }
        </StudyPanel>
      ),
    },
    {
      key: "mutation",
      label: labelOf("变异", mutation),
      content: () => (
        <StudyPanel study={mutation} documents={documents} verb="变异" about={ABOUT_MUTATION}>
          {(answer) => (answer.kind === "mutation" ? <MutationList mutation={answer.mutation} onGoTo={onGoTo} /> : null)}
        </StudyPanel>
      ),
    },
  ];
  return (
    <section className="findings" aria-label="核对">
      <p className={`findings-state ${stateOf(checked)}`} role="status">
        {wordsOf(checked)}
      </p>
      <TabList panels={panels} />
    </section>
  );
}

function TabList({ panels }: { readonly panels: readonly Panel[] }) {
  const [key, setKey] = useState("complaints");
  const id = useId();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const chosen = panels.find((panel) => panel.key === key) ?? panels[0];
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = panels.findIndex((panel) => panel.key === chosen?.key);
    const next = panels[(at + step + panels.length) % panels.length];
    if (next === undefined) return;
    event.preventDefault();
    setKey(next.key);
    buttons.current.get(next.key)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label="核对的结果" onKeyDown={move}>
        {panels.map((panel) => (
          <button
            key={panel.key}
            ref={(element) => {
              if (element !== null) buttons.current.set(panel.key, element);
            }}
            type="button"
            role="tab"
            id={`${id}-${panel.key}`}
            aria-selected={panel.key === chosen?.key}
            aria-controls={`${id}-panel`}
            tabIndex={panel.key === chosen?.key ? 0 : -1}
            className="tab"
            onClick={() => setKey(panel.key)}
          >
            {panel.label}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div className="findings-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen?.key}`} tabIndex={0}>
        {chosen?.content()}
      </div>
    </>
  );
}

const ABOUT_PROOF =
  "对一切可能的申报档案来问：档次有没有缺口，有没有条件互相矛盾、限额用不到、多投反而少得……每处附一份核实过的档案。在服务器上另开一个进程来算。";
const ABOUT_MUTATION =
  "把每个数、每个比较、每个条件逐一改错，看算例能不能查出。查不出的地方缺一个算例。条款多的要算一两分钟，在服务器上另开一个进程来算。";

function labelOf(word: string, { isRunning, answer }: Study): string {
  if (isRunning) return `${word}……`;
  if (answer === null) return word;
  return `${word} ${answer.kind === "proof" ? answer.proof.findings.length : answer.mutation.survivors.length}`;
}

const redOf = ({ check }: Checked): number => check?.cases?.filter(({ complaints }) => complaints.length > 0).length ?? 0;

function casesLabel(checked: Checked): string {
  const { check } = checked;
  if (check?.cases == null) return "算例";
  return redOf(checked) === 0 ? `算例 ${check.cases.length}` : `算例 ${redOf(checked)} 个不符`;
}

function stateOf({ check, failure }: Checked): "good" | "bad" | "waiting" {
  if (failure !== "") return "bad";
  return check === null ? "waiting" : check.complaints.length === 0 ? "good" : "bad";
}

function wordsOf(checked: Checked): string {
  const { check, failure, isChecking } = checked;
  if (failure !== "") return `没能核对：${failure}`;
  if (check === null) return "正在核对……";
  const cases =
    check.cases === null
      ? "算例暂不能算"
      : `${check.cases.length} 个算例${redOf(checked) === 0 ? "全部相符" : `，${redOf(checked)} 个不符`}`;
  const complaints = check.complaints.length === 0 ? "没有意见" : `${check.complaints.length} 条意见`;
  return `${complaints}；${cases}${isChecking ? "。正在重新核对……" : "。"}`;
}
