/** The places of the office, in the order of the day's work; each is shown to those who may do what it is for. */
import type { ActionId } from "@zhengdui/casework";
import type { Got } from "./got.ts";

export interface Place {
  readonly to: string;
  readonly label: string;
  /** What one does there, on the first page. */
  readonly about: string;
  /** The same to somebody of an applying unit, where it is another thing. */
  readonly ownAbout?: string;
  readonly action: ActionId;
  /** Another thing that is done there, by those who may not do the first. */
  readonly also?: ActionId;
  /** What waits there to be decided. */
  readonly waits?: keyof Got<"/api/office/waiting">["waiting"];
  /** Shown to this side alone. */
  readonly side?: "applicant" | "office";
}

export const PLACES: readonly Place[] = [
  {
    ...{ to: "/units", label: "我的单位", action: "unit.claim", side: "applicant" },
    about: "认领单位，看档案、收款账户和人员",
  },
  { to: "/enterprises", label: "企业", action: "enterprise.search", about: "按名称或信用代码查找企业" },
  { to: "/unit-claims", label: "认领核对", action: "unit.claims", waits: "unit-claims", about: "核对法定代表人对单位的认领" },
  {
    to: "/disputes",
    label: "数据异议",
    action: "dispute.read",
    side: "office",
    waits: "disputes",
    about: "单位认为有误的部门数据，及其处理",
  },
  {
    to: "/bank-accounts",
    label: "收款账户核对",
    action: "account.confirm",
    waits: "bank-accounts",
    about: "与开户证明核对单位提出的账户",
  },
  { to: "/registers", label: "名单", action: "register.read", about: "各部门提供的名单和数据，每一版改了什么" },
  {
    ...{ to: "/ledger", label: "历年奖补台账", action: "ledger.read" },
    about: "查有没有补助过，同一发票、项目有没有重复",
    ownAbout: "本单位得过哪些奖补，各多少",
  },
  {
    to: "/packages",
    label: "平台申报包",
    action: "package.read",
    waits: "claims",
    about: "惠企平台的申报件，及办理结果",
  },
  { to: "/mappings", label: "栏目对应", action: "package.read", about: "平台表格的各列是什么" },
  { to: "/persons", label: "人员账号", action: "person.read", about: "工作人员的账号和角色" },
  { to: "/keys", label: "接口密钥", action: "key.read", waits: "keys", about: "别的系统调用接口用的密钥" },
  { to: "/webhooks", label: "回调", action: "webhook.read", about: "有事发生时通知别的系统" },
  { to: "/records", label: "操作记录", action: "record.read", about: "谁在什么时候做了什么" },
  {
    ...{ to: "/consultations", label: "咨询", action: "consultation.read", also: "consultation.log" },
    waits: "consultations",
    about: "单位的提问和来电来访，及其答复",
    ownAbout: "向经办科室提问，看答复",
  },
  { to: "/messages", label: "消息", action: "message.read", about: "与您有关的事有了进展" },
];

type Reader = Pick<Got<"/api/office/me">, "may" | "side">;

/** Those of a person's places. Every account may claim a unit, but nobody of the office comes to do so. */
export const placesOf = (reader: Reader): Place[] => PLACES.filter((place) => isOpen(place, reader));

const isOpen = ({ action, also, side: of }: Place, { may, side }: Reader): boolean =>
  (may[action] !== undefined || (also !== undefined && may[also] !== undefined)) && (of === undefined || of === side);

/** Does this address lie in a place that isn't this person's? */
export const isShut = (path: string, reader: Reader): boolean =>
  PLACES.some((place) => path === place.to && !isOpen(place, reader));
