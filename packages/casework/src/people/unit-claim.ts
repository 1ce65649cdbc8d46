/** Claiming a unit as its legal representative: who may, who decides, and what stands in the way. */
import { checkCreditCode, fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { type EnterpriseStatus, STATUS_LABELS } from "../file/enterprise-event.ts";

export type ClaimState = "pending" | "confirmed" | "refused";

/** What is known of the unit; null: it isn't known yet. */
export interface UnitStanding {
  readonly name: string;
  readonly territory: string | null;
  readonly status: EnterpriseStatus;
  readonly represented: boolean;
}

const TAKEN: Problem = {
  path: "uscc",
  problem: "这家单位已有经核对的法定代表人账号",
  expected: "法定代表人已变更的，请带营业执照联系工信部门经办科室，由其停止原账号的授权后再认领",
};

/** Faults of the credit code's form come first; then what the unit's standing forbids. */
export function claimFaults(uscc: string, standing: UnitStanding | null): Problem[] {
  const code = checkCreditCode(uscc);
  if (!code.ok)
    return code.errors.map(({ problem, expected, suggestion }) => ({
      path: "uscc",
      problem: `统一社会信用代码：${problem}`,
      expected: suggestion === undefined ? expected : `${expected}；是否应为 ${suggestion}`,
    }));
  if (standing === null) return [];
  const gone = goneFault(standing);
  if (gone !== null) return [gone];
  return standing.represented ? [TAKEN] : [];
}

const goneFault = ({ status }: UnitStanding): Problem | null =>
  status === "merged" || status === "closed"
    ? { path: "uscc", problem: `这家单位${STATUS_LABELS[status]}，不能认领`, expected: "登记有误的，请联系工信部门经办科室" }
    : null;

export interface ClaimDecision {
  readonly confirm: boolean;
  readonly reason: string;
  readonly claimant: string;
  readonly decider: string;
  /** As claimed. */
  readonly name: string;
}

export function decideClaim(
  state: ClaimState,
  decision: ClaimDecision,
  standing: UnitStanding | null,
): Outcome<"confirmed" | "refused", Problem> {
  if (state !== "pending") return fail({ path: "", problem: "这项认领已处理过", expected: "请刷新后再看" });
  if (decision.claimant === decision.decider)
    return fail({ path: "", problem: "不能核对自己的认领", expected: "请由其他人核对" });
  if (!decision.confirm)
    return decision.reason.trim() === ""
      ? fail({ path: "reason", problem: "没有写明理由", expected: "不通过的要写明理由" })
      : ok("refused");
  const gone = standing === null ? null : goneFault(standing);
  if (gone !== null) return fail(gone);
  if (standing?.represented) return fail(TAKEN);
  if (standing !== null && standing.name !== decision.name)
    return fail({
      path: "name",
      problem: `认领的名称“${decision.name}”与登记名称“${standing.name}”不一致`,
      expected: "已更名的先登记更名；填错的请不予通过并写明",
    });
  return ok("confirmed");
}
