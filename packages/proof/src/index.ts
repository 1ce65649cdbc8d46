export * from "./diff/compare-policies.ts";
export type * from "./diff/difference.ts";
export type { Version } from "./diff/joint-world.ts";
export * from "./finding.ts";
export * from "./prove-policy.ts";
export type { Solver } from "./smt/session.ts";
