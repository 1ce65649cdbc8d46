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
    const marks = toRepay ? ["outside-award-to-repay"] : [];
    // A choice that isn't proved best is not paid.
    const held = toRepay || !combined.allocation.optimal;
    if (granted === 0) return { granted, cut: 0, payable: 0, contribution, marks };
    const free = ceiling === null || bound({ dossier, row: null, lets: {} }) !== true;
    if (free) return { granted, cut: 0, payable: held ? null : granted, contribution, marks };
    if (granted === beside) return { granted, cut: 0, payable: held ? null : granted, contribution, marks };
    if (contribution === null) return { granted, cut: null, payable: null, contribution, marks: [...marks, "ceiling-unknown"] };
    const other = (money(dossier, ceiling.otherAwards) ?? 0) + combined.standingLocal;
    const room = beside + Math.max(0, Math.min(granted - beside, contribution - other));
    const cut = granted - room;
    return { granted, cut, payable: held ? null : room, contribution, marks: cut > 0 ? [...marks, "ceiling-binds"] : marks };
  };
}

const money = (dossier: Prepared, at: { readonly record: string; readonly key: string }): number | null =>
  ((dossier[at.record] as Row)[at.key] ?? null) as number | null;
