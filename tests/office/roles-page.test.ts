/** docs/roles.md, written from the table itself: `npx vitest run tests/office/roles-page.test.ts --update`. */
import { expect, it } from "vitest";
import { ACTION_IDS, actionOf, ROLE_IDS, ROLES, type Scope } from "../../packages/casework/src/index.ts";

const scopes: Readonly<Record<Scope, string>> = { self: "本人的", own: "本单位的", territory: "本镇（街道）的", all: "全部" };
const sides = { applicant: "申报单位一方", office: "办理一方", partner: "外部机构", admin: "系统管理（三员分立）" } as const;

function page(): string {
  const roles = ROLE_IDS.map((id) => {
    const { label, side } = ROLES[id];
    const may = ACTION_IDS.filter((action) => actionOf(action).who[id] !== undefined);
    const words = may.map((action) => `${actionOf(action).label}（${scopes[actionOf(action).who[id] ?? "self"]}）`);
    return `### ${label}\n\n\`${id}\`　${sides[side]}\n\n${words.join("、") || "这一版还没有归它办的事"}。\n`;
  });
  const rows = ACTION_IDS.map((id) => {
    const { label, who, everyone, sees } = actionOf(id);
    const holders = ROLE_IDS.filter((role) => who[role] !== undefined);
    const words = holders.map((role) => `${ROLES[role].label}：${scopes[who[role] ?? "self"]}`);
    const all = everyone === true ? ["每个账号：本人的"] : [];
    return `| ${label} | \`${id}\` | ${[...all, ...words].join("；")} | ${sees === undefined ? "" : "财政贡献"} |`;
  });
  return [
    "# 谁能做什么",
    "",
    "这一页由程序里的权限表生成，与程序实际执行的一致；表中没有的，谁都不能做。数据库的行级安全在它下面再守一层。",
    "工作人员、外部机构和管理员登录都要动态口令；查看别人的数据、每一次修改和每一次被拒绝，都留有记录。",
    "",
    "## 按事项",
    "",
    "| 事项 | 代号 | 谁，哪些范围 | 另外能看到 |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "## 按角色",
    "",
    ...roles,
  ].join("\n");
}

it("says what the table says", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/roles.md");
});
