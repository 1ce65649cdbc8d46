/** Whether and how a unit has ended, as those learn of it who act for it: names of what it went into are looked up past their own reach. */
import { enterpriseLines, lineOf, type NamedUnit, type UnitAct, type UnitEnd, unitActFault } from "@zhengdui/casework";
import { type EnterpriseRow, eventsOf, findEnterprise, mergersAround, type Tx, withSystemReach } from "@zhengdui/store";
import { sayNo } from "./say-no.ts";

/** null: it goes on. */
export async function unitEnd(tx: Tx, { uscc, status }: Pick<EnterpriseRow, "uscc" | "status">): Promise<UnitEnd | null> {
  if (status === "open") return null;
  return withSystemReach(tx, async () => {
    const event = (await eventsOf(tx, uscc)).find((one) => one.uscc === uscc && one.kind === status);
    const into = event?.otherUscc ?? null;
    const heir = into === null ? null : lineOf(enterpriseLines(await mergersAround(tx, [uscc])), uscc);
    return { status, on: event?.happenedOn ?? "", into: await named(tx, into), heir: await goingOn(tx, heir) };
  });
}

async function named(tx: Tx, uscc: string | null): Promise<NamedUnit | null> {
  const one = uscc === null ? null : await findEnterprise(tx, uscc);
  return one === null ? null : { uscc: one.uscc, name: one.name };
}

async function goingOn(tx: Tx, uscc: string | null): Promise<NamedUnit | null> {
  const one = uscc === null ? null : await findEnterprise(tx, uscc);
  return one === null || one.status === "closed" || one.status === "merged" ? null : { uscc: one.uscc, name: one.name };
}

/** The refusal of what the unit's end forbids; null: it may be done. */
export async function endForbids(tx: Tx, enterprise: Pick<EnterpriseRow, "uscc" | "status">, act: UnitAct) {
  const fault = unitActFault(await unitEnd(tx, enterprise), act);
  return fault === null ? null : sayNo([fault], 409);
}
