/** A person as the server lists it. */
import type { OfficePaths } from "@zhengdui/contract";

export type PersonRow =
  OfficePaths["/api/office/persons"]["get"]["responses"][200]["content"]["application/json"]["persons"][number];
