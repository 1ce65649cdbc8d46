/** What happens to an enterprise (更名、合并、迁移、注销、恢复) and what it makes of its file. The credit code stays, and with it all that hangs on it. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";

export type EnterpriseStatus = "open" | "merged" | "moved" | "closed";
export type EnterpriseEventKind = "renamed" | "merged" | "moved" | "closed" | "restored";

export const STATUS_LABELS: Readonly<Record<EnterpriseStatus, string>> = {
  open: "存续",
  merged: "已合并",
  moved: "已迁出",
  closed: "已注销",
};
export const EVENT_LABELS: Readonly<Record<EnterpriseEventKind, string>> = {
  renamed: "更名",
  merged: "合并",
  moved: "迁移",
  closed: "注销",
  restored: "恢复",
};

/** From which states an event may happen. */
const FROM: Readonly<Record<EnterpriseEventKind, readonly EnterpriseStatus[]>> = {
  renamed: ["open", "moved"],
  merged: ["open", "moved"],
  moved: ["open"],
  closed: ["open", "moved"],
  restored: ["merged", "moved", "closed"],
};

export interface EnterpriseHead {
  readonly uscc: string;
  readonly name: string;
  readonly territory: string | null;
  readonly status: EnterpriseStatus;
}

export type EnterpriseEvent =
  | { readonly kind: "renamed"; readonly on: string; readonly name: string }
  | { readonly kind: "merged"; readonly on: string; readonly into: string }
  /** To another town; null: away from the county. */
  | { readonly kind: "moved"; readonly on: string; readonly territory: string | null }
  | { readonly kind: "closed"; readonly on: string }
  | { readonly kind: "restored"; readonly on: string };

/** What the file tells of it beside its kind. */
export interface EventOutcome {
  readonly head: EnterpriseHead;
  readonly before: string | null;
  readonly after: string | null;
  readonly otherUscc: string | null;
}

/** `lastOn`: the day of the newest event so far. Days as YYYY-MM-DD. */
export function applyEvent(
  head: EnterpriseHead,
  event: EnterpriseEvent,
  today: string,
  lastOn: string | null,
): Outcome<EventOutcome, Problem> {
  if (!FROM[event.kind].includes(head.status))
    return fail({
      path: "kind",
      problem: `${STATUS_LABELS[head.status]}的单位不能登记${EVENT_LABELS[event.kind]}`,
      expected: `可以登记的是：${possible(head.status)}`,
    });
  if (event.on > today) return fail({ path: "on", problem: "日期在今天之后", expected: "请在发生之后登记" });
  if (lastOn !== null && event.on < lastOn)
    return fail({ path: "on", problem: `早于最近一次变更的日期 ${lastOn}`, expected: "请按发生的先后登记" });
  return outcomeOf(head, event);
}

function outcomeOf(head: EnterpriseHead, event: EnterpriseEvent): Outcome<EventOutcome, Problem> {
  const nothing = { before: null, after: null, otherUscc: null };
  switch (event.kind) {
    case "renamed":
      if (event.name === head.name) return fail({ path: "name", problem: "新名称和现名称相同", expected: "请填写变更后的名称" });
      return ok({ ...nothing, head: { ...head, name: event.name }, before: head.name, after: event.name });
    case "merged":
      if (event.into === head.uscc)
        return fail({ path: "into", problem: "单位不能并入自己", expected: "请填写存续单位的信用代码" });
      return ok({ ...nothing, head: { ...head, status: "merged" }, otherUscc: event.into });
    case "moved":
      if (event.territory === head.territory && event.territory !== null)
        return fail({ path: "territory", problem: "迁入地和现所在地相同", expected: "请填写迁入的镇（街道）；迁出本市的不填" });
      return ok({
        ...nothing,
        head: event.territory === null ? { ...head, status: "moved" } : { ...head, territory: event.territory },
        before: head.territory,
        after: event.territory,
      });
    case "closed":
      return ok({ ...nothing, head: { ...head, status: "closed" } });
    case "restored":
      return ok({ ...nothing, head: { ...head, status: "open" } });
  }
}

/** What may happen to an enterprise of this status. */
export const eventsFrom = (status: EnterpriseStatus): readonly EnterpriseEventKind[] =>
  (Object.keys(FROM) as EnterpriseEventKind[]).filter((kind) => FROM[kind].includes(status));

const possible = (status: EnterpriseStatus): string =>
  eventsFrom(status)
    .map((kind) => EVENT_LABELS[kind])
    .join("、");
