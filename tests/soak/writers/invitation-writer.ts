/** Invites people to act for a unit, with a deed, and revokes some of the invitations. */
import type { Caller } from "../caller.ts";
import { type Note, upload, type Writer } from "../deeds.ts";

interface Invitation {
  readonly id: string;
  readonly invitee: string;
  readonly state: string;
}

interface Page {
  readonly invitations: readonly Invitation[];
  readonly next: string | null;
}

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
      const known = new Map((await allInvitations(legal, uscc)).map((one) => [one.id, one]));
      return deeds.filter(({ kind, id, detail }) => {
        const found = known.get(id);
        return kind === "invitation" ? found?.invitee !== detail.invitee : found?.state !== "revoked";
      });
    },
  };
}

/** Page by page, as the unit's page shows them. */
async function allInvitations({ call }: Caller, uscc: string): Promise<readonly Invitation[]> {
  const all: Invitation[] = [];
  for (let after = ""; ; ) {
    const page = await call<Page>("GET", `/units/${uscc}/invitations${after}`);
    all.push(...page.invitations);
    if (page.next === null) return all;
    after = `?after=${page.next}`;
  }
}
