/** The places of the office, in the order of the day's work; each is shown to those who may do what it is for. */
import type { ActionId } from "@zhengdui/casework";

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly action: ActionId;
}

export const PLACES: readonly Place[] = [
  { to: "/packages", label: "平台申报包", action: "package.read" },
  { to: "/mappings", label: "栏目对应", action: "package.read" },
  { to: "/persons", label: "人员账号", action: "person.read" },
  { to: "/keys", label: "接口密钥", action: "key.read" },
  { to: "/webhooks", label: "回调", action: "webhook.read" },
  { to: "/records", label: "操作记录", action: "record.read" },
  { to: "/registers", label: "名单", action: "register.read" },
  { to: "/ledger", label: "历年奖补台账", action: "ledger.read" },
];
