export * from "./finding.ts";
export * from "./prove-policy.ts";
export type { Solver } from "./smt/session.ts";
