/** Measures 1.2, 2.2 and 2.3 for peers that read no prepared dossier: each one's facts in plain numbers (分, days, months), and what both must answer. */

import type { Prepared } from "@zhengdui/engine";
import { isIndustrial, isManufacturer } from "../../tests/oracle/firm-size.ts";
import { dossierOf } from "../../tests/oracle/shape.ts";

export interface ThreeContext {
  readonly year: number;
  readonly yearStart: number;
  readonly yearEnd: number;
  readonly firstMonth: number;
  readonly local: boolean;
  readonly maker: boolean;
  readonly industrial: boolean;
  readonly fiveG: readonly Record<string, unknown>[];
  readonly purchases: readonly Record<string, unknown>[];
  readonly services: readonly Record<string, unknown>[];
}

/** The three, and what each is called in a peer's answer. */
export const three = { "1.2": "fiveG", "2.2": "software", "2.3": "cloud" } as const;

export interface ThreeAmounts {
  readonly fiveG: number;
  readonly software: number;
  readonly cloud: number;
}

/** What `applicant` says is worked out here, which favours the peer. */
export function contextOf(prepared: Prepared): ThreeContext {
  const d = dossierOf(prepared);
  const local = d.applicant.kind === "enterprise" && d.applicant.registeredInJinjiang;
  return {
    year: d.year,
    yearStart: d.env.yearStart,
    yearEnd: d.env.yearEnd,
    firstMonth: d.year * 12,
    local,
    maker: local && isManufacturer(d.applicant.industry),
    industrial: local && isIndustrial(d.applicant.industry) && d.applicant.aboveScale === true,
    fiveG: d.fiveGProjects.map((p) => ({
      claimYear: p.claimYear,
      investment: p.investment,
      subsidy: p.quanzhouSubsidy,
      fundedEarlier: p.fundedEarlier,
    })),
    purchases: d.softwarePurchases.map((p) => ({
      system: p.system,
      accepted: p.accepted,
      paid: p.softwarePaid,
      paidOn: p.paidOn,
      fundedEarlier: p.fundedEarlier,
    })),
    services: d.cloudServices.map((c) => ({ fee: c.fee, from: c.serviceFrom, to: c.serviceTo, fundedEarlier: c.fundedEarlier })),
  };
}
