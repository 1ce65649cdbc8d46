/** The fiscal ceiling and the totals of one dossier: what may be paid of what is granted. */
import type { Policy } from "@zhengdui/policy";
import type { Combined } from "./combine.ts";
import type { Prepared, Row } from "./dossier.ts";
import { closure, type Figures } from "./kernel/closures.ts";

export interface Payment {
  /** 分. */
  readonly granted: number;
  /** null: the contribution is not known. */
  readonly cut: number | null;
  /** null: nothing may be paid yet. */
  readonly payable: number | null;
  readonly contribution: number | null;
  /** Is the applicant one whom the ceiling binds, and what do other awards take of it already? */
  readonly bound: boolean;
  readonly otherAwards: number;
  readonly marks: readonly string[];
}

export type PayRule = (dossier: Prepared, combined: Combined, toRepay: boolean) => Payment;

export function createPayRule(policy: Policy, figures: Figures): PayRule {
  const { ceiling } = policy;
  const bound = ceiling === null ? () => false : closure(ceiling.who, figures);
  const exempt = policy.measures.map(({ id }) => ceiling?.except?.includes(id) === true);
  return (dossier, combined, toRepay) => {
    const granted = combined.granted.reduce((sum, g) => sum + g, 0);
    const beside = combined.granted.reduce((sum, g, i) => (exempt[i] ? sum + g : sum), 0);
    const contribution = ceiling === null ? null : money(dossier, ceiling.contribution);
    const isBound = ceiling !== null && bound({ dossier, row: null, lets: {} }) === true;
    const otherAwards = ceiling?.otherAwards ? (money(dossier, ceiling.otherAwards) ?? 0) : 0;
    const common = { granted, contribution, bound: isBound, otherAwards };
    const marks = toRepay ? ["outside-award-to-repay"] : [];
    // A choice that isn't proved best is not paid.
    const held = toRepay || !combined.allocation.optimal;
    if (granted === 0) return { ...common, cut: 0, payable: 0, marks };
    if (!isBound) return { ...common, cut: 0, payable: held ? null : granted, marks };
    if (granted === beside) return { ...common, cut: 0, payable: held ? null : granted, marks };
    if (contribution === null) return { ...common, cut: null, payable: null, marks: [...marks, "ceiling-unknown"] };
    const other = otherAwards + combined.standingLocal;
    const room = beside + Math.max(0, Math.min(granted - beside, contribution - other));
    const cut = granted - room;
    return { ...common, cut, payable: held ? null : room, marks: cut > 0 ? [...marks, "ceiling-binds"] : marks };
  };
}

const money = (dossier: Prepared, at: { readonly record: string; readonly key: string }): number | null =>
  ((dossier[at.record] as Row)[at.key] ?? null) as number | null;
