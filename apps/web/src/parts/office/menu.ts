/** The places of the office, in the order of the day's work; each is shown to those who may do what it is for. */
import type { ActionId } from "@zhengdui/casework";

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly action: ActionId;
}

export const PLACES: readonly Place[] = [];
