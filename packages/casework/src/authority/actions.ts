/** Who may do what: one table, read by the routes, the screens and the documents. What isn't in it nobody may do. */
import type { RoleId } from "./roles.ts";

/**
 * How far a role reaches in an action. self: the account's own things. own: the units that it is appointed to. territory: enterprises of its town.
 * all: the whole county.
 */
export type Scope = "self" | "own" | "territory" | "all";

/** Data that most must not see even where they may see the rest (a row cut by the ceiling would reveal the taxes paid). */
export type Sight = "contribution";

export interface Action {
  readonly label: string;
  /** A look changes nothing; looks at another's data are recorded all the same. */
  readonly kind: "look" | "change";
  readonly who: Readonly<Partial<Record<RoleId, Scope>>>;
  readonly sees?: readonly Sight[];
  /** Open to every account whatever its roles, for what is its own. */
  readonly everyone?: true;
}

const applicants = { "legal-representative": "own", handler: "own", agent: "own" } as const;
const bureau = { "case-officer": "all", "section-head": "all", "division-leader": "all" } as const;
const auditors = { "commissioned-auditor": "all", "state-auditor": "all" } as const;
/** Reads what the office did, and changes nothing of it. */
const audit = { "state-auditor": "all" } as const;

export const ACTIONS = {
  // 本人账号
  "self.read": { label: "查看本人账号", kind: "look", who: {}, everyone: true },
  "self.change": { label: "修改本人密码、动态口令、可信设备", kind: "change", who: {}, everyone: true },
  "message.read": { label: "阅读本人消息", kind: "look", who: {}, everyone: true },
  "message.change": { label: "标记本人消息、设置提醒", kind: "change", who: {}, everyone: true },
  "unit.claim": { label: "以法定代表人身份认领单位", kind: "change", who: {}, everyone: true },
  "unit.claimed": { label: "查看本人的认领", kind: "look", who: {}, everyone: true },
  "invitation.accept": { label: "接受单位邀请", kind: "change", who: {}, everyone: true },
  // 单位与人员
  "unit.people": { label: "查看单位人员", kind: "look", who: { ...applicants, town: "territory", ...bureau, ...audit } },
  "unit.invite": { label: "邀请经办人、代理机构", kind: "change", who: { "legal-representative": "own" } },
  "unit.dismiss": { label: "停止经办人、代理机构的授权", kind: "change", who: { "legal-representative": "own" } },
  "unit.release": { label: "停止法定代表人的授权（换人时）", kind: "change", who: { "case-officer": "all" } },
  "unit.claims": { label: "查看待核对的认领", kind: "look", who: { town: "territory", "case-officer": "all" } },
  "unit.confirm": { label: "核对法定代表人认领", kind: "change", who: { town: "territory", "case-officer": "all" } },
  // 文件
  "upload.add": {
    label: "上传文件",
    kind: "change",
    who: { ...applicants, town: "territory", ...bureau, finance: "all" },
    everyone: true,
  },
  "upload.read": {
    label: "下载文件",
    kind: "look",
    who: { ...applicants, town: "territory", ...bureau, finance: "all", ...auditors },
    everyone: true,
  },
  // 一企一档
  "enterprise.add": { label: "为企业建档", kind: "change", who: { "case-officer": "all" } },
  "enterprise.search": {
    label: "查找企业",
    kind: "look",
    who: { town: "territory", ...bureau, finance: "all", "finance-office": "all", ...auditors },
  },
  "file.read": {
    label: "查看企业档案",
    kind: "look",
    who: { ...applicants, town: "territory", ...bureau, finance: "all", ...auditors },
  },
  "file.state": { label: "填报本单位情况", kind: "change", who: applicants },
  "file.dispute": { label: "对部门提供的数据提出异议", kind: "change", who: { "legal-representative": "own", handler: "own" } },
  "dispute.read": { label: "查看数据异议", kind: "look", who: { ...applicants, ...bureau, ...audit } },
  "file.supply": { label: "登记部门提供的数据", kind: "change", who: { "case-officer": "all" } },
  "file.settle": { label: "处理数据异议", kind: "change", who: { "case-officer": "all", "section-head": "all" } },
  "file.event": { label: "登记更名、合并、迁移、注销", kind: "change", who: { "case-officer": "all" } },
  // 收款账户
  "account.read": {
    label: "查看收款账户",
    kind: "look",
    who: { ...applicants, "case-officer": "all", finance: "all", "state-auditor": "all" },
  },
  "account.propose": { label: "提出收款账户变更", kind: "change", who: { "legal-representative": "own", handler: "own" } },
  "account.confirm": { label: "核对收款账户变更", kind: "change", who: { finance: "all" } },
  // 名单与财政贡献
  "register.read": {
    label: "查看名单",
    kind: "look",
    who: { ...bureau, finance: "all", "finance-office": "all", ...auditors },
  },
  "register.import": { label: "导入名单", kind: "change", who: { "case-officer": "all" } },
  "register.undo": { label: "撤销名单导入", kind: "change", who: { "case-officer": "all" } },
  "contribution.read": {
    label: "查看财政贡献",
    kind: "look",
    who: { ...bureau, finance: "all" },
    sees: ["contribution"],
  },
  "contribution.import": {
    label: "导入财政贡献",
    kind: "change",
    who: { "case-officer": "all", finance: "all" },
    sees: ["contribution"],
  },
  "contribution.undo": {
    label: "撤销财政贡献导入",
    kind: "change",
    who: { "case-officer": "all", finance: "all" },
    sees: ["contribution"],
  },
  // 台账
  "ledger.read": {
    label: "查看台账",
    kind: "look",
    who: { ...applicants, town: "territory", ...bureau, finance: "all", ...auditors },
  },
  "ledger.versions": { label: "查看台账的导入版本", kind: "look", who: { ...bureau, finance: "all", ...auditors } },
  "ledger.import": { label: "导入历年台账", kind: "change", who: { "case-officer": "all", finance: "all" } },
  "ledger.undo": { label: "撤销台账导入", kind: "change", who: { "case-officer": "all", finance: "all" } },
  // 与惠企政策平台往来
  "package.read": { label: "查看平台申报包", kind: "look", who: { ...bureau, ...audit } },
  "package.import": { label: "导入平台申报包", kind: "change", who: { "case-officer": "all" } },
  "package.export": { label: "导出办理结果", kind: "change", who: { "case-officer": "all", "section-head": "all" } },
  "claim.decide": { label: "办理平台申报件", kind: "change", who: { "case-officer": "all", "section-head": "all" } },
  "mapping.edit": { label: "设定申报包的栏目对应", kind: "change", who: { "case-officer": "all" } },
  // 咨询
  "consultation.ask": { label: "咨询", kind: "change", who: applicants },
  "consultation.read": { label: "查看咨询", kind: "look", who: { ...applicants, town: "territory", ...bureau, ...audit } },
  "consultation.log": { label: "登记来电来访咨询", kind: "change", who: { "case-officer": "all", town: "territory" } },
  "consultation.answer": { label: "答复咨询", kind: "change", who: { "case-officer": "all", "section-head": "all" } },
  "consultation.publish": { label: "公开问答", kind: "change", who: { "section-head": "all" } },
  // 账号、授权、接口、记录
  "person.read": { label: "查看工作人员账号", kind: "look", who: { "system-admin": "all", "security-admin": "all" } },
  "person.create": { label: "开立、停用账号", kind: "change", who: { "system-admin": "all" } },
  "person.appoint": { label: "授予、收回角色", kind: "change", who: { "security-admin": "all" } },
  "person.unlock": { label: "解除锁定、重置动态口令", kind: "change", who: { "security-admin": "all" } },
  "key.read": { label: "查看接口密钥", kind: "look", who: { "system-admin": "all", "security-admin": "all" } },
  "key.create": { label: "开立接口密钥", kind: "change", who: { "system-admin": "all" } },
  "key.confirm": { label: "核准接口密钥", kind: "change", who: { "security-admin": "all" } },
  "key.revoke": { label: "吊销接口密钥", kind: "change", who: { "system-admin": "all", "security-admin": "all" } },
  "webhook.read": { label: "查看回调", kind: "look", who: { "system-admin": "all", "security-admin": "all" } },
  "webhook.edit": { label: "设定回调", kind: "change", who: { "system-admin": "all" } },
  "record.read": { label: "查看操作记录", kind: "look", who: { "audit-admin": "all", "state-auditor": "all" } },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionId = keyof typeof ACTIONS;

export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[];

export const actionOf = (id: ActionId): Action => ACTIONS[id];
