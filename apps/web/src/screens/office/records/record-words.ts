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
