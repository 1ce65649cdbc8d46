/** What the record's identifiers are called. What isn't known is shown as it stands: a record is never hidden. */
import { ACTION_IDS, ACTIONS, type ActionId, isRoleId, ROLES } from "@zhengdui/casework";

/** What is done before anybody is known has no line in the table of actions. */
const ENTRIES: Readonly<Record<string, string>> = {
  "sign-in.password": "用口令登录",
  "sign-in.totp": "输入动态口令",
  "sign-in.oidc.begin": "去统一身份登录",
  "sign-in.oidc": "从统一身份登录",
  "sign-in.offer": "查看登录方式",
  "sign-out": "退出登录",
  register: "自行注册",
  "demonstration.list": "查看演示人员",
  "demonstration.sign-in": "以演示人员登录",
};

export const actionWords = (id: string): string =>
  Object.hasOwn(ACTIONS, id) ? ACTIONS[id as ActionId].label : (ENTRIES[id] ?? id);

export const ACTION_CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  ...Object.entries(ENTRIES).map(([value, label]) => ({ value, label })),
  ...ACTION_IDS.map((value) => ({ value, label: ACTIONS[value].label })),
];

export const OUTCOMES = { done: "办成", refused: "被拒绝", failed: "出错" } as const;

export const isOutcome = (text: string): text is keyof typeof OUTCOMES => Object.hasOwn(OUTCOMES, text);

export const roleWords = (role: string): string => (isRoleId(role) ? ROLES[role].label : role);

const SUBJECTS: Readonly<Record<string, string>> = {
  account: "账号",
  accounts: "账号",
  appointment: "任职",
  "bank-account": "收款账户",
  claim: "申报件",
  consultation: "咨询",
  dispute: "数据异议",
  enterprise: "企业",
  fact: "数据",
  file: "文件",
  invitation: "邀请",
  key: "接口密钥",
  keys: "接口密钥",
  ledger: "台账",
  mapping: "栏目对应",
  message: "消息",
  package: "申报包",
  records: "操作记录",
  register: "名单",
  "register-kind": "名单种类",
  "register-preview": "导入预览",
  "register-version": "名单版本",
  territory: "镇（街道）",
  unit: "单位",
  "unit-claim": "单位认领",
  webhook: "回调",
};

const DETAILS: Readonly<Record<string, string>> = {
  actions: "能做的事",
  again: "重新导出",
  appointment: "任职",
  by: "凭",
  event: "变动",
  expiresOn: "最后一天",
  exported: "导出格式",
  fact: "数据",
  key: "接口密钥",
  mapping: "栏目对应",
  name: "名称",
  next: "下一步",
  on: "日期",
  policy: "政策",
  provider: "登录方式",
  reason: "理由",
  revoked: "吊销",
  role: "角色",
  side: "哪一方",
  state: "改为",
  status: "状态",
  trust: "信任这台设备",
  unit: "单位",
  unitFault: "单位对不上",
  url: "网址",
  verdict: "处理",
  what: "内容",
  why: "原因",
  year: "年度",
};

/** What is said in the log by a word of the program's. */
const VALUES: Readonly<Record<string, string>> = {
  true: "是",
  false: "否",
  null: "无",
  away: "对方没有应答",
  busy: "正忙",
  device: "可信设备",
  enrol: "绑定动态口令",
  expired: "已过期",
  locked: "账号已锁定",
  list: "列表",
  "no-attempt": "没有先输入口令",
  "no-cookie": "没有登录凭证",
  "no-person": "没有这个人",
  "not-authorized": "没有授权",
  "other-site": "请求来自别的网站",
  password: "口令",
  "password-reset": "重置口令",
  rejected: "不成立",
  replayed: "动态口令用过了",
  session: "登录",
  sessions: "其他登录",
  "too-many": "次数太多",
  totp: "动态口令",
  "totp-begin": "开始绑定动态口令",
  "totp-reset": "重置动态口令",
  unknown: "没有这个账号",
  unlock: "解除锁定",
  upheld: "成立",
  wrong: "不对",
};

const valueWords = (value: unknown): string => {
  const said = typeof value === "string" ? value : JSON.stringify(value);
  return VALUES[said] ?? roleWords(said);
};

export const subjectWords = (kind: string | null, id: string): string =>
  `${SUBJECTS[kind ?? ""] ?? kind ?? ""} ${valueWords(id)}`;

export const detailWords = (name: string, value: unknown): string => {
  const all = Array.isArray(value) ? value.map((one) => actionWords(String(one))).join("、") : valueWords(value);
  return `${DETAILS[name] ?? name}：${all}`;
};
