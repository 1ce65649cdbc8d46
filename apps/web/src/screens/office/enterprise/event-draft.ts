/** An event as it is being written down: what was typed, the event that it makes, and which enterprise it may concern besides. */
import type { EnterpriseEvent, EnterpriseEventKind } from "@zhengdui/casework";
import { NO_FILE, type SentFile } from "../../../parts/office/file-field.tsx";

export interface EventDraft {
  readonly kind: EnterpriseEventKind;
  readonly on: string;
  readonly name: string;
  readonly into: string;
  /** "": away from the county. */
  readonly territory: string;
  readonly reason: string;
  readonly evidence: SentFile;
}

export const draftOf = (kind: EnterpriseEventKind): EventDraft => ({
  ...{ kind, on: "", name: "", into: "", territory: "", reason: "", evidence: NO_FILE },
});

export function eventOf({ kind, on, name, into, territory }: EventDraft): EnterpriseEvent {
  switch (kind) {
    case "renamed":
      return { kind, on, name: name.trim() };
    case "merged":
      return { kind, on, into: into.trim().toUpperCase() };
    case "moved":
      return { kind, on, territory: territory === "" ? null : territory };
    case "closed":
    case "restored":
      return { kind, on };
  }
}
