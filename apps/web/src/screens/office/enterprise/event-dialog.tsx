/** Recording what happened to an enterprise, in two steps: what, when and by which paper; then, before it is done for good, what follows from it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Problem } from "@zhengdui/basics";
import { applyEvent, consequencesOf, type EnterpriseHead, EVENT_LABELS, type EventOutcome, eventsFrom } from "@zhengdui/casework";
import { useEffect, useRef, useState } from "react";
import { answered, OfficeTrouble, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { isoDayOf } from "../../../parts/office/moment.ts";
import { enterpriseKey } from "../../../parts/office/use-enterprise.ts";
import { useKept } from "../../../parts/office/use-kept.ts";
import { draftOf, type EventDraft, eventOf } from "./event-draft.ts";
import { EVENT_PATHS, EventFields } from "./event-fields.tsx";

export interface EventDialogProps {
  readonly head: EnterpriseHead;
  /** The day of its newest event. */
  readonly lastOn: string | null;
  readonly onClose: () => void;
}

interface Checked {
  readonly outcome: EventOutcome;
  readonly otherName: string | null;
}

export function EventDialog({ head, lastOn, onClose }: EventDialogProps) {
  const kinds = eventsFrom(head.status);
  const first = kinds[0] ?? "renamed";
  const { form, set, drop } = useKept(`event ${head.uscc}`, draftOf(first));
  // What was begun before may no longer be open to this enterprise.
  const draft = kinds.includes(form.kind) ? form : { ...form, kind: first };
  const [checked, setChecked] = useState<Checked | null>(null);
  const queries = useQueryClient();
  const check = useMutation({ mutationFn: () => checkedOf(head, draft, lastOn), onSuccess: setChecked });
  const record = useMutation({
    mutationFn: () => {
      const body = { ...eventOf(draft), reason: draft.reason, evidence: draft.evidence.id };
      const path = { uscc: head.uscc };
      return answered(server.POST("/api/office/enterprises/{uscc}/events", { params: { path }, body }));
    },
    onSuccess: async () => {
      drop();
      await queries.invalidateQueries({ queryKey: enterpriseKey(head.uscc) });
      await queries.invalidateQueries({ queryKey: ["enterprises"] });
      onClose();
    },
    // What was typed is still there, and what is wrong stands beside it.
    onError: () => setChecked(null),
  });
  const change = (next: EventDraft) => {
    set(next);
    check.reset();
    record.reset();
  };
  const error = checked === null ? (check.error ?? record.error) : null;
  const label = EVENT_LABELS[draft.kind];
  return (
    <ConfirmDialog
      title={checked === null ? "登记变动" : `登记${label}？`}
      does={checked === null ? "下一步：看会改变什么" : `登记${label}`}
      pending={check.isPending || record.isPending}
      error={error}
      beside={EVENT_PATHS}
      onSend={() => {
        record.reset();
        if (checked === null) check.mutate();
        else record.mutate();
      }}
      onClose={onClose}
    >
      {checked === null ? (
        <EventFields uscc={head.uscc} kinds={kinds} draft={draft} onDraft={change} error={error} />
      ) : (
        <Follows head={head} draft={draft} checked={checked} onBack={() => setChecked(null)} />
      )}
    </ConfirmDialog>
  );
}

/** By the server's own rules, which run here too; the server asks the same again. */
async function checkedOf(head: EnterpriseHead, draft: EventDraft, lastOn: string | null): Promise<Checked> {
  const event = eventOf(draft);
  const today = isoDayOf(new Date().toISOString());
  const outcome = applyEvent(head, event, today, lastOn);
  if (!outcome.ok) throw wrong(...outcome.errors);
  if (event.kind !== "merged") return { outcome: outcome.value, otherName: null };
  const other = await answered(server.GET("/api/office/enterprises/{uscc}", { params: { path: { uscc: event.into } } })).catch(
    (error: unknown) => {
      if (error instanceof OfficeTrouble && [400, 404].includes(error.status)) return null;
      throw error;
    },
  );
  if (other?.status !== "open")
    throw wrong({ path: "into", problem: "没有这家存续的企业", expected: "请先为存续单位建档，再登记合并" });
  return { outcome: outcome.value, otherName: other.name };
}

const wrong = (...problems: readonly Problem[]): OfficeTrouble => new OfficeTrouble(422, "请改正标出的地方。", [...problems]);

interface FollowsProps {
  readonly head: EnterpriseHead;
  readonly draft: EventDraft;
  readonly checked: Checked;
  readonly onBack: () => void;
}

function Follows({ head, draft, checked: { outcome, otherName }, onBack }: FollowsProps) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <>
      <dl className="office-facts">
        <dt>单位</dt>
        <dd>{head.name}</dd>
        <dt>日期</dt>
        <dd>{draft.on}</dd>
        <dt>说明</dt>
        <dd>{draft.reason}</dd>
        <dt>证明</dt>
        <dd>{draft.evidence.name}</dd>
      </dl>
      <h3 ref={place} tabIndex={-1}>
        登记以后
      </h3>
      <ul className="office-bullets">
        {consequencesOf({ kind: draft.kind, before: head, outcome, otherName }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="office-actions">
        <button type="button" className="button" onClick={onBack}>
          上一步，再改
        </button>
      </p>
    </>
  );
}
