/** One address, two screens: what an applicant sees there, and what everybody else does. */
import type { ReactNode } from "react";
import { useMe } from "./use-me.ts";

export interface BySideProps {
  readonly applicant: ReactNode;
  readonly office: ReactNode;
}

export function BySide({ applicant, office }: BySideProps) {
  return <>{useMe().data?.side === "applicant" ? applicant : office}</>;
}
