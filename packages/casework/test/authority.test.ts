/** The table of who may do what: how far a role reaches, when an appointment counts, which duties may not meet. */
import { describe, expect, it } from "vitest";
import {
  ACTION_IDS,
  type Appointment,
  actionOf,
  conflictOf,
  covers,
  faultOf,
  mayDo,
  needsSecondFactor,
  ROLE_IDS,
  ROLES,
  type RoleId,
} from "../src/index.ts";

const today = "2026-11-25";
const holds = (role: RoleId, more: Partial<Appointment> = {}): Appointment => ({
  role,
  unit: ROLES[role].bound === "unit" ? "91350582MA8801386B" : null,
  territory: ROLES[role].bound === "territory" ? "陈埭镇" : null,
  from: "2026-01-01",
  to: null,
  ...more,
});

describe("what one may", () => {
  it.each([
    ["case-officer", "register.import", "all"],
    ["finance", "contribution.read", "all"],
    ["town", "contribution.read", null],
    ["town", "consultation.log", "territory"],
    ["expert", "contribution.read", null],
    ["bank", "contribution.read", null],
    ["state-auditor", "contribution.read", null],
    ["state-auditor", "package.read", "all"],
    ["state-auditor", "dispute.read", "all"],
    ["state-auditor", "upload.add", "self"],
    ["handler", "unit.invite", null],
    ["legal-representative", "unit.invite", "own"],
    ["agent", "account.propose", null],
    ["town", "enterprise.search", "territory"],
    ["system-admin", "person.appoint", null],
    ["security-admin", "person.appoint", "all"],
    ["audit-admin", "record.read", "all"],
    ["system-admin", "file.read", null],
  ] as const)("%s, %s: %s", (role, action, scope) => {
    expect(mayDo([holds(role)], action, today)?.scope ?? null).toBe(scope);
  });

  it("lets the state's auditor read and change nothing but what is the own account's", () => {
    const changes = ACTION_IDS.filter((id) => actionOf(id).kind === "change" && !actionOf(id).everyone);
    expect(changes.filter((id) => mayDo([holds("state-auditor")], id, today) !== null)).toEqual([]);
    const wide = ACTION_IDS.filter(
      (id) => actionOf(id).kind === "change" && mayDo([holds("state-auditor")], id, today)?.scope === "all",
    );
    expect(wide).toEqual([]);
  });

  it("counts an appointment from its first day to its last", () => {
    const from = (day: string, to: string | null) => mayDo([holds("handler", { from: day, to })], "file.read", today) !== null;
    expect([from(today, null), from("2026-11-26", null), from("2026-01-01", today), from("2026-01-01", "2026-11-24")]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("reaches all units and no more", () => {
    const both = [holds("agent", { unit: "A" }), holds("agent", { unit: "B" }), holds("agent", { unit: "C", to: "2026-01-02" })];
    expect(mayDo(both, "file.read", today)).toMatchObject({ scope: "own", units: ["A", "B"], territories: [] });
  });

  it("takes the widest of several roles, and not the narrow one's units", () => {
    const reach = mayDo([holds("town"), holds("case-officer")], "file.read", today);
    expect(reach).toMatchObject({ scope: "all", units: [], territories: [], roles: ["case-officer"] });
  });

  it("lets everybody see to what is their own, and to nothing else", () => {
    const free = ACTION_IDS.filter((id) => mayDo([], id, today) !== null);
    expect(free.every((id) => actionOf(id).everyone === true)).toBe(true);
    expect(free).toContain("self.change");
  });

  it("covers an enterprise by its code or its town", () => {
    const shoes = { uscc: "A", territory: "陈埭镇" };
    const reach = { units: ["A"], territories: ["安海镇"], sees: [], roles: [] };
    expect(covers({ ...reach, scope: "own" }, shoes)).toBe(true);
    expect(covers({ ...reach, scope: "territory" }, shoes)).toBe(false);
    expect(covers({ ...reach, scope: "territory" }, { uscc: "B", territory: null })).toBe(false);
    expect(covers({ ...reach, scope: "self" }, shoes)).toBe(false);
  });
});

describe("separated duties", () => {
  it("keeps the three administrators apart, and from casework", () => {
    const admins = ["system-admin", "security-admin", "audit-admin"] as const;
    for (const one of admins)
      for (const other of ROLE_IDS) expect(conflictOf(one, other) === null, `${one} and ${other}`).toBe(one === other);
  });

  it("keeps applicants from the office, and auditors from casework", () => {
    expect(conflictOf("handler", "case-officer")).toMatch(/不能由同一个账号/);
    expect(conflictOf("state-auditor", "finance")).toMatch(/审计的人不办件/);
    expect(conflictOf("case-officer", "section-head")).toBeNull();
  });

  it("gives no action to two separated administrators but to look or to revoke", () => {
    const shared = ACTION_IDS.filter((id) => {
      const { who, kind } = actionOf(id);
      return kind === "change" && "system-admin" in who && "security-admin" in who;
    });
    expect(shared).toEqual(["key.revoke"]);
  });

  it("asks everybody but applicants for a second factor", () => {
    expect(ROLE_IDS.filter((role) => !needsSecondFactor(role))).toEqual(["legal-representative", "handler", "agent"]);
  });
});

describe("an appointment", () => {
  it("is bound as its role is", () => {
    expect(faultOf(holds("handler"))).toBeNull();
    expect(faultOf(holds("handler", { unit: null }))).toMatch(/哪个单位/);
    expect(faultOf(holds("town", { territory: null }))).toMatch(/哪个镇/);
    expect(faultOf(holds("finance", { territory: "陈埭镇" }))).toMatch(/不限于/);
    expect(faultOf(holds("finance", { unit: "A" }))).toMatch(/不属于/);
    expect(faultOf(holds("finance", { to: "2025-01-01" }))).toMatch(/早于/);
  });
});
