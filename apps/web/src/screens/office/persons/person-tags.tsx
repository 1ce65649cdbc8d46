/** How an account stands: active or not, locked until when, what it still lacks. */
import { momentOf } from "../../../parts/office/moment.ts";
import type { PersonRow } from "./person-row.ts";

export function PersonTags({ person }: { readonly person: PersonRow }) {
  const locked = person.lockedUntil !== null && new Date(person.lockedUntil).getTime() > Date.now();
  return (
    <span className="office-tags">
      {person.status === "disabled" ? (
        <span className="office-tag strong">已停用</span>
      ) : (
        <span className="office-tag">使用中</span>
      )}
      {locked && <span className="office-tag strong">锁定至 {momentOf(person.lockedUntil ?? "")}</span>}
      {person.mustChange && <span className="office-tag care">一次性口令未改</span>}
      {!person.totp && person.side !== "applicant" && <span className="office-tag care">未绑定动态口令</span>}
    </span>
  );
}
