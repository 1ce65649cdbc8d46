/** Where a policy stands in the page's address: #drafts/shili-2026/2026-01-01. */
import type { WorkshopEntry } from "@zhengdui/contract";
import type { Shelf } from "../../workshop-server.ts";

export const hashOf = (shelf: Shelf, { policy, version }: Pick<WorkshopEntry, "policy" | "version">): string =>
  `#${shelf}/${policy}/${version}`;
