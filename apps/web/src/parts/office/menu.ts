/** The places of the office, in the order of the day's work; each is shown to those who may do what it is for. */
import type { ActionId } from "@zhengdui/casework";

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly action: ActionId;
}

export const PLACES: readonly Place[] = [
  { to: "/packages", label: "平台申报包", action: "package.read" },
  { to: "/mappings", label: "栏目对应", action: "package.read" },
];
