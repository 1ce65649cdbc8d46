/** The daily mail: how much is waiting and of what kind, and where to read it. No name, figure or secret of a case travels by mail. */

export interface Waiting {
  readonly kind: string;
  readonly count: number;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

const kinds: Readonly<Record<string, string>> = {
  consultation: "咨询",
  claim: "单位认领",
  invitation: "单位邀请",
  dispute: "数据异议",
  account: "收款账户",
  register: "名单",
  package: "申报包",
  key: "接口密钥",
  security: "账号安全",
};

/** `office`: what the county's office is called; `address`: where it is signed in, without a token. */
export function digestMail(office: string, address: string, waiting: readonly Waiting[]): Mail {
  const total = waiting.reduce((sum, { count }) => sum + count, 0);
  const lines = waiting.map(({ kind, count }) => `${kinds[kind] ?? "其他"}：${count} 条`);
  return {
    subject: `${office}惠企政策办理：您有 ${total} 条新消息`,
    text: [
      `您有 ${total} 条新消息：`,
      "",
      ...lines,
      "",
      `请登录查看：${address}`,
      "",
      "这封信不含任何办件内容，也不会向您索要口令。不想再收到，可在“消息”页关闭每日提醒。",
    ].join("\n"),
  };
}
