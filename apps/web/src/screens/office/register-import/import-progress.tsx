/** How far an import is, by the server's own count; where it can't be known, for how long already. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answered, server } from "../../../office-server.ts";
import type { Got } from "../../../parts/office/got.ts";

type Progress = NonNullable<Got<"/api/office/imports/{import}/progress">["progress"]>;

const STAGES: Readonly<Record<Progress["stage"], string>> = {
  read: "读取文件",
  check: "逐行核对",
  compare: "与企业档案核对",
  difference: "与上一版比较",
  keep: "保存预览",
  enter: "登记企业",
  write: "写入名单",
  awards: "写入台账",
};
/** Those that count something else than rows. */
const OF_ENTERPRISES: readonly Progress["stage"][] = ["compare", "enter"];

const ASKED_MS = 1_000;
const SECOND_MS = 1_000;

export interface ImportProgressProps {
  /** Under which the import was sent. */
  readonly id: string;
  /** What is going on, before the first figure and without any. */
  readonly doing: string;
  readonly label: string;
}

export function ImportProgress({ id, doing, label }: ImportProgressProps) {
  const asked = useQuery({
    queryKey: ["import-progress", id],
    queryFn: () => answered(server.GET("/api/office/imports/{import}/progress", { params: { path: { import: id } } })),
    refetchInterval: ASKED_MS,
    retry: false,
    gcTime: 0,
  });
  const seconds = useSeconds();
  const progress = asked.data?.progress ?? null;
  // A reader that is told every second is told nothing else: each stage is said once, the figures are there to be looked at.
  return (
    <div className="office-progress">
      <p role="status">
        {doing}
        {progress !== null && `第 ${progress.step} 步，共 ${progress.steps} 步：${STAGES[progress.stage]}`}
      </p>
      <progress aria-label={label} max={1} {...(progress === null ? {} : { value: partOf(progress) })} />
      <p className="office-hint">
        {progress !== null && countWords(progress)}
        {seconds > 0 && `已用 ${seconds} 秒`}
      </p>
    </div>
  );
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

const partOf = ({ done, all }: Progress): number => (all === 0 ? 1 : Math.min(1, done / all));

function countWords(progress: Progress): string {
  const { stage, done, all } = progress;
  const percent = `${Math.floor(partOf(progress) * 100)}%`;
  if (stage === "read") return `${percent}，`;
  const noun = OF_ENTERPRISES.includes(stage) ? "家" : "行";
  return `${done.toLocaleString("zh-CN")} / ${all.toLocaleString("zh-CN")} ${noun}（${percent}），`;
}
