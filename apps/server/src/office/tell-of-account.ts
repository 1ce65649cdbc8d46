/** Tells somebody what has become of the own account: who didn't do it, learns of it. Never a secret, and never how to undo it by a link. */
import { type Tx, tell } from "@zhengdui/store";

const DEEDS = {
  "password-changed": { title: "口令已修改", body: "您的登录口令已修改，其他地方的登录已结束。" },
  "password-reset": { title: "口令已重置", body: "系统管理员重新开立了一次性口令，所有登录已结束。" },
  "totp-bound": { title: "动态口令已绑定", body: "您的账号绑定了动态口令，原来的恢复码和可信设备已失效。" },
  "totp-reset": { title: "动态口令已重置", body: "安全管理员重置了您的动态口令，所有登录已结束；下次登录时重新绑定。" },
  "device-trusted": { title: "信任了一台设备", body: "您的账号信任了一台设备，三十天内在那里登录不用动态口令。" },
  "role-given": { title: "授予了角色", body: "安全管理员授予了您角色。" },
  "role-taken": { title: "收回了角色", body: "安全管理员收回了您的角色。" },
} as const;

export type AccountDeed = keyof typeof DEEDS;

const NOT_YOU: Partial<Record<AccountDeed, string>> = {
  "password-changed": "不是您本人所为的，请立即联系安全管理员。",
  "totp-bound": "不是您本人所为的，请立即联系安全管理员。",
  "device-trusted": "不是您本人所为的，请在“本人账号”里取消，并修改口令。",
};

/** `more`: which role, in brackets after the title. */
export const tellOfAccount = (tx: Tx, account: string, deed: AccountDeed, now: Date, more?: string): Promise<void> => {
  const { title, body } = DEEDS[deed];
  const telling = { title: more === undefined ? title : `${title}：${more}`, body: `${body}${NOT_YOU[deed] ?? ""}` };
  return tell(tx, [account], { kind: "security", link: "/self", ...telling }, now);
};
