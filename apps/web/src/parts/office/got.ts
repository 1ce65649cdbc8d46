/** What a route answers, as the contract has it: `Got<"/api/office/me">`. */
import type { OfficePaths } from "@zhengdui/contract";

export type Got<Path extends keyof OfficePaths> = OfficePaths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Answer } } } };
}
  ? Answer
  : never;
