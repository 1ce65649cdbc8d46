/** What a query fetched, once it is there; until then that it is on its way, or what went wrong with a way to try again. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { TroubleNotice } from "./trouble.tsx";
import { Waiting } from "./waiting.tsx";

export interface FetchedProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, "data" | "error" | "refetch">;
  readonly children: (data: Data) => ReactNode;
}

export function Fetched<Data>({ query, children }: FetchedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <TroubleNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting />;
}
