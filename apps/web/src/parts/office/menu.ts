/** The places of the office, in the order of the day's work; each is shown to those who may do what it is for. */
import type { ActionId } from "@zhengdui/casework";
import type { Got } from "./got.ts";

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly action: ActionId;
  /** Shown to this side alone. */
  readonly side?: "applicant" | "office";
}

export const PLACES: readonly Place[] = [
  { to: "/units", label: "我的单位", action: "unit.claim", side: "applicant" },
  { to: "/enterprises", label: "企业", action: "enterprise.search" },
  { to: "/unit-claims", label: "认领核对", action: "unit.claims" },
  { to: "/disputes", label: "数据异议", action: "dispute.read", side: "office" },
  { to: "/bank-accounts", label: "收款账户核对", action: "account.confirm" },
  { to: "/registers", label: "名单", action: "register.read" },
  { to: "/ledger", label: "历年奖补台账", action: "ledger.read" },
  { to: "/packages", label: "平台申报包", action: "package.read" },
  { to: "/mappings", label: "栏目对应", action: "package.read" },
  { to: "/persons", label: "人员账号", action: "person.read" },
  { to: "/keys", label: "接口密钥", action: "key.read" },
  { to: "/webhooks", label: "回调", action: "webhook.read" },
  { to: "/records", label: "操作记录", action: "record.read" },
  { to: "/consultations", label: "咨询", action: "consultation.read" },
  { to: "/messages", label: "消息", action: "message.read" },
];

/** Those of a person's places. Every account may claim a unit, but nobody of the office comes to do so. */
export const placesOf = ({ may, side }: Pick<Got<"/api/office/me">, "may" | "side">): Place[] =>
  PLACES.filter((place) => may[place.action] !== undefined && (place.side === undefined || place.side === side));
