/** The roles of a subsidy's casework: what each is called, on which side it stands, and which may not meet in one person. */

/** applicant: acts for enterprises. office: the bureau and those beside it. partner: outside bodies. admin: runs the system, sees no case. */
export type Side = "applicant" | "office" | "partner" | "admin";

/** What an appointment to the role is bound to. */
export type Bound = "unit" | "territory" | "nothing";

export interface Role {
  readonly label: string;
  readonly side: Side;
  readonly bound: Bound;
}

export const ROLES = {
  "legal-representative": { label: "法定代表人", side: "applicant", bound: "unit" },
  handler: { label: "单位经办人", side: "applicant", bound: "unit" },
  agent: { label: "代理机构人员", side: "applicant", bound: "unit" },
  town: { label: "镇（街道）、经开区", side: "office", bound: "territory" },
  "case-officer": { label: "经办人", side: "office", bound: "nothing" },
  "section-head": { label: "科室负责人", side: "office", bound: "nothing" },
  "division-leader": { label: "分管领导", side: "office", bound: "nothing" },
  finance: { label: "财政部门", side: "office", bound: "nothing" },
  "finance-office": { label: "金融局", side: "office", bound: "nothing" },
  expert: { label: "评审专家", side: "partner", bound: "nothing" },
  "commissioned-auditor": { label: "第三方审计机构", side: "partner", bound: "nothing" },
  bank: { label: "银行", side: "partner", bound: "nothing" },
  guarantor: { label: "担保机构", side: "partner", bound: "nothing" },
  "state-auditor": { label: "审计机关", side: "office", bound: "nothing" },
  "system-admin": { label: "系统管理员", side: "admin", bound: "nothing" },
  "security-admin": { label: "安全管理员", side: "admin", bound: "nothing" },
  "audit-admin": { label: "审计管理员", side: "admin", bound: "nothing" },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleId = keyof typeof ROLES;

export const ROLE_IDS = Object.keys(ROLES) as readonly RoleId[];

export const isRoleId = (text: string): text is RoleId => Object.hasOwn(ROLES, text);

/** Everyone but applicants signs in with a second factor. */
export const needsSecondFactor = (role: RoleId): boolean => ROLES[role].side !== "applicant";

/**
 * Why two roles may not meet in one account; null: they may. The three administrators' duties are separated (GB/T 22239: 系统管理、安全管理、审计管理 各由专人),
 * an administrator does no casework, and whoever reviews or pays doesn't apply.
 */
export function conflictOf(one: RoleId, other: RoleId): string | null {
  if (one === other) return null;
  const [a, b] = [ROLES[one], ROLES[other]];
  if (a.side === "admin" && b.side === "admin") return `${a.label}和${b.label}的职责要分开，不能由同一个账号担任。`;
  if (a.side !== b.side) return `${a.label}和${b.label}不能由同一个账号担任：申报、办理、外部机构和系统管理各用各的账号。`;
  const auditsAndActs = one === "state-auditor" || other === "state-auditor";
  return auditsAndActs ? `${a.label}和${b.label}不能由同一个账号担任：审计的人不办件。` : null;
}
