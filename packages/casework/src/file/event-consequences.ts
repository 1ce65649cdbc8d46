/** What follows from an event of an enterprise, in sentences, before anybody confirms it. Each says what the office then does, not what it might. */
import type { EnterpriseEventKind, EnterpriseHead, EventOutcome } from "./enterprise-event.ts";
import { STATUS_LABELS } from "./enterprise-event.ts";

export interface EventInView {
  readonly kind: EnterpriseEventKind;
  readonly before: EnterpriseHead;
  readonly outcome: EventOutcome;
  /** Of what it merged into; null: it merged into nothing. */
  readonly otherName: string | null;
}

const FOR_EVER = "登记以后不能改、不能删，和证明材料一起留在档案的“变动”里。";
const NO_MORE = "其人员仍可查看、提异议、咨询，不能再填报、邀请、变更收款账户；还没有核对的账户变更、还没有接受的邀请随即撤回。";
const STAYS = "信用代码不变；各年度的数据、人员、收款账户和奖补台账都留在这份档案里。";

export function consequencesOf({ kind, before, outcome: { head }, otherName }: EventInView): readonly string[] {
  switch (kind) {
    case "renamed":
      return [
        `名称由“${before.name}”改为“${head.name}”。`,
        `“${before.name}”记为曾用名，仍可以按它查到。`,
        "收款账户的户名不会跟着改：户名与新名称不同的，请单位另报账户变更。",
        ...[STAYS, FOR_EVER],
      ];
    case "merged":
      return [
        statusChange(before, head),
        `两家的档案都记明并入“${otherName ?? ""}”；数据、人员、账户不会转过去。`,
        "以后不能再认领这家单位。",
        ...[NO_MORE, STAYS, FOR_EVER],
      ];
    case "moved":
      return head.status === before.status
        ? [
            `所在镇（街道）由“${before.territory ?? "未登记"}”改为“${head.territory ?? ""}”。`,
            `${before.territory ?? "原所在地"}的工作人员不再看得到这份档案，${head.territory ?? ""}的可以看到。`,
            ...[STAYS, FOR_EVER],
          ]
        : [statusChange(before, head), "以后的年度不能再填报；以前年度的事项照旧办理。迁回的，可以登记恢复。", STAYS, FOR_EVER];
    case "closed":
      return [statusChange(before, head), "以后不能再认领这家单位。", NO_MORE, STAYS, FOR_EVER];
    case "restored":
      return [statusChange(before, head), STAYS, FOR_EVER];
  }
}

const statusChange = (before: EnterpriseHead, after: EnterpriseHead): string =>
  `状态由“${STATUS_LABELS[before.status]}”改为“${STATUS_LABELS[after.status]}”。`;
