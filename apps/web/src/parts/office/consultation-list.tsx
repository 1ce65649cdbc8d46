/** Consultations, the newest first, with what may be done about each. */
import type { ReactNode } from "react";
import { type Consultation, ConsultationCard } from "./consultation-card.tsx";
import { Fetched } from "./fetched.tsx";
import { useConsultations } from "./use-consultations.ts";

export interface ConsultationListProps {
  readonly openOnly: boolean;
  readonly empty: string;
  readonly deeds?: (of: Consultation) => ReactNode;
}

export function ConsultationList({ openOnly, empty, deeds }: ConsultationListProps) {
  const asked = useConsultations(openOnly);
  return (
    <Fetched query={asked}>
      {({ pages }) => {
        const all = pages.flatMap(({ consultations }) => consultations);
        if (all.length === 0) return <div className="office-empty">{empty}</div>;
        return (
          <>
            <ul aria-label="咨询">
              {all.map((one) => (
                <ConsultationCard key={one.id} of={one}>
                  {deeds?.(one)}
                </ConsultationCard>
              ))}
            </ul>
            {asked.hasNextPage && (
              <p className="office-more">
                <button
                  type="button"
                  className="button"
                  disabled={asked.isFetchingNextPage}
                  onClick={() => void asked.fetchNextPage()}
                >
                  {asked.isFetchingNextPage ? "正在取……" : "再看一些"}
                </button>
              </p>
            )}
          </>
        );
      }}
    </Fetched>
  );
}
