/** From when to when somebody has an authority; the line breaks between the days, not within one. */
import { day } from "../figures/day.ts";

export interface PeriodProps {
  readonly from: string;
  /** null: until it is ended. */
  readonly to: string | null;
}

export function Period({ from, to }: PeriodProps) {
  if (to === null) return <>{day(from)}起，长期</>;
  return (
    <>
      <span className="office-day">{day(from)}至</span>
      <span className="office-day">{day(to)}</span>
    </>
  );
}
