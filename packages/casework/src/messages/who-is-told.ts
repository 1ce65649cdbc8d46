/** Who is told that something waits, and in which words: one line for each kind, beside the action by which it is dealt with. */
import type { ActionId } from "../authority/actions.ts";
import type { RoleId } from "../authority/roles.ts";

export interface WaitingWords {
  /** What they do with it. */
  readonly action: ActionId;
  /** Those of them whose daily work it is; a role that is bound to a town is told of its own town's alone. */
  readonly roles: readonly RoleId[];
  readonly title: string;
  /** Where it is dealt with, within the office. */
  readonly link: string;
  /** Of what kind the message is; where left out, of the matter's own. A mail says the kind and nothing else. */
  readonly kind?: string;
}

/** Three families of imports, one kind of message: a mail doesn't tell that somebody's taxes have come in. */
const REGISTER = { kind: "register", link: "/registers" } as const;

export const WHO_IS_TOLD = {
  consultation: { action: "consultation.answer", roles: ["case-officer"], title: "有新的咨询", link: "/consultations" },
  claim: { action: "unit.confirm", roles: ["town", "case-officer"], title: "有单位认领待核对", link: "/unit-claims" },
  dispute: { action: "file.settle", roles: ["case-officer"], title: "有数据异议待处理", link: "/disputes" },
  account: { action: "account.confirm", roles: ["finance"], title: "有收款账户变更待核对", link: "/bank-accounts" },
  key: { action: "key.confirm", roles: ["security-admin"], title: "有接口密钥待核准", link: "/keys" },
  register: { ...REGISTER, title: "名单有变动", action: "register.read", roles: ["case-officer"] },
  contribution: { ...REGISTER, title: "财政贡献有变动", action: "contribution.read", roles: ["case-officer", "finance"] },
  ledger: { ...REGISTER, title: "历年台账有变动", action: "ledger.versions", roles: ["case-officer", "finance"] },
  package: { action: "claim.decide", roles: ["case-officer"], title: "平台送来了申报包", link: "/packages" },
} as const satisfies Readonly<Record<string, WaitingWords>>;

export type WaitingMatter = keyof typeof WHO_IS_TOLD;

export const waitingWords = (matter: WaitingMatter): WaitingWords => WHO_IS_TOLD[matter];
