/** Says of a unit that merged, moved away or was closed what its people can't do any more, and who does it instead; nothing where they can. */
import { type UnitAct, type UnitEnd, unitActFault } from "@zhengdui/casework";

export interface UnitEndedProps {
  readonly end: UnitEnd | null;
  readonly act: UnitAct;
}

export function UnitEnded({ end, act }: UnitEndedProps) {
  const fault = unitActFault(end, act);
  if (fault === null) return null;
  return (
    <p className="office-care" role="note">
      {fault.problem}。{fault.expected}。
    </p>
  );
}
