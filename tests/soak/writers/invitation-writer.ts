/** Invites people to act for a unit, with a deed, and revokes some of the invitations. */
import type { Caller } from "../caller.ts";
import { type Note, upload, type Writer } from "../deeds.ts";

interface Invitation {
  readonly id: string;
  readonly invitee: string;
  readonly state: string;
}

/** As many as a unit's page shows. */
const SHOWN_ROWS = 200;

export function invitationWriter(legal: Caller, uscc: string, note: Note): Writer {
  let made = 0;
  return {
    name: "invitations",
    write: async () => {
      const deed = await upload(legal, uscc, note);
      const invitee = `示例经办${++made}`;
      const body = { role: "handler", invitee, from: "2026-01-01", to: "2099-12-31", deed };
      const { id } = await legal.call<{ id: string }>("POST", `/units/${uscc}/invitations`, body);
      note("invitation", id, { invitee });
      if (made % 3 !== 0) return;
      await legal.call("POST", `/units/${uscc}/invitations/${id}/revocation`);
      note("revocation", id);
    },
    missing: async (deeds) => {
      const { invitations } = await legal.call<{ invitations: Invitation[] }>("GET", `/units/${uscc}/people`);
      const known = new Map(invitations.map((one) => [one.id, one]));
      // A unit's page has the newest of them; the older ones are held against the tables.
      const oldest = invitations.length < SHOWN_ROWS ? "" : (invitations.at(-1)?.id ?? "");
      return deeds.filter(({ kind, id, detail }) => {
        if (id < oldest) return false;
        const found = known.get(id);
        return kind === "invitation" ? found?.invitee !== detail.invitee : found?.state !== "revoked";
      });
    },
  };
}
