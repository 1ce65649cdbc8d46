/** The three families of what is imported version by version: under which routes, by which lines of the table of actions. */
import type { ActionId, Family } from "@zhengdui/casework";

export interface FamilyPlace {
  readonly family: Family;
  /** Below /api/office. */
  readonly root: "registers" | "contributions" | "ledger";
  readonly heading: string;
  readonly read: ActionId;
  readonly take: ActionId;
  readonly undo: ActionId;
}

export const FAMILIES: readonly FamilyPlace[] = [
  {
    family: "register",
    root: "registers",
    heading: "名单",
    read: "register.read",
    take: "register.import",
    undo: "register.undo",
  },
  {
    family: "contribution",
    root: "contributions",
    heading: "财政贡献",
    read: "contribution.read",
    take: "contribution.import",
    undo: "contribution.undo",
  },
  {
    family: "ledger",
    root: "ledger",
    heading: "历年奖补台账",
    read: "ledger.versions",
    take: "ledger.import",
    undo: "ledger.undo",
  },
];
