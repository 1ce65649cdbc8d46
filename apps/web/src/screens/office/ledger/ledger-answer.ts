/** What the server answers of the ledger. */
import type { OfficePaths } from "@zhengdui/contract";

export type LedgerRoute = OfficePaths["/api/office/ledger"]["get"];
export type LedgerAnswer = LedgerRoute["responses"][200]["content"]["application/json"];
