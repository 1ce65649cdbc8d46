/**
 * What the people of a unit that merged, moved away or was closed may still do for it. Reading, disputing, asking, withdrawing and ending somebody's authority
 * stay theirs; stating, inviting and having an account do so only as far as there is still somebody who is bound or paid (docs/decisions/0018).
 */
import { formatDateZh, type Problem, parseDate } from "@zhengdui/basics";
import type { EnterpriseStatus } from "./enterprise-event.ts";

export interface NamedUnit {
  readonly uscc: string;
  readonly name: string;
}

export interface UnitEnd {
  readonly status: Exclude<EnterpriseStatus, "open">;
  /** YYYY-MM-DD */
  readonly on: string;
  /** merged: what it went into. */
  readonly into: NamedUnit | null;
  /** merged: who holds its rights today, over further mergers; null: nobody is known. */
  readonly heir: NamedUnit | null;
}

/** state: for a year. join: an invitation accepted. account: proposed, or confirmed. */
export type UnitAct =
  | { readonly act: "state"; readonly year: number }
  | { readonly act: "invite" }
  | { readonly act: "join" }
  | { readonly act: "account" };

const OFFICE = "工信部门经办科室";

/** `end` null: the unit goes on. null: it may be done. */
export function unitActFault(end: UnitEnd | null, act: UnitAct): Problem | null {
  if (end === null) return null;
  const expected = instead(end, act);
  return expected === null ? null : { path: act.act === "join" ? "token" : "", problem: whatHappened(end), expected };
}

/** 单位已于2026年11月1日并入示例集团有限公司（9135…） */
export function whatHappened({ status, on, into, heir }: UnitEnd): string {
  const days = parseDate(on);
  const when = `单位已于${days === null ? on : formatDateZh(days)}`;
  if (status === "moved") return `${when}迁出本市`;
  if (status === "closed") return `${when}注销`;
  const later = heir === null || heir.uscc === into?.uscc ? "" : `，现为${nameOf(heir)}`;
  return `${when}并入${into === null ? "其他单位" : nameOf(into)}${later}`;
}

const nameOf = ({ name, uscc }: NamedUnit): string => `${name}（${uscc}）`;

/** null: nothing has changed for this. */
function instead(end: UnitEnd, { act, ...of }: UnitAct): string | null {
  switch (end.status) {
    case "moved":
      return act === "state" && "year" in of ? afterMoving(end.on, of.year) : null;
    case "merged": {
      const heir = end.heir?.name ?? OFFICE;
      const told: Readonly<Record<UnitAct["act"], string>> = {
        state: `这里不再填报；以前年度的情况要更正的，由${end.heir?.name ?? "承继其权利义务的人"}交${OFFICE}登记`,
        invite: `不再邀请经办人；以前的事项由${heir}办理`,
        join: `这份邀请不再有效；以前的事项由${heir}办理`,
        account:
          end.heir === null
            ? `不能再有收款账户；还没有拨付的，由${OFFICE}会同财政部门依法办理`
            : `这里不再变更收款账户；以前的奖补由${heir}以其自己的收款账户领取`,
      };
      return told[act];
    }
    case "closed": {
      const told: Readonly<Record<UnitAct["act"], string>> = {
        state: `这里不再填报；以前年度的情况要更正的，由清算义务人交${OFFICE}登记`,
        invite: `不再邀请经办人；以前的事项由${OFFICE}办理`,
        join: `这份邀请不再有效；以前的事项由${OFFICE}办理`,
        account: `不能再有收款账户；还没有拨付的，由${OFFICE}会同财政部门依法办理`,
      };
      return told[act];
    }
  }
}

function afterMoving(on: string, year: number): string | null {
  const last = Number(on.slice(0, 4));
  return year <= last ? null : `只填报 ${last} 年度及以前的；以后的年度由迁入地办理`;
}
