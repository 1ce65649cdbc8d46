/** The outside awards as one more claimant of projects: those that compete stand, or have to be returned. */
import { formatMoney } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { OUTSIDE } from "../allocation-problem.ts";
import type { Prepared } from "../dossier.ts";
import type { Posed } from "../engine.ts";
import { rowsOf } from "../rows.ts";
import type { CertifiedClaim, CertifiedItem } from "./certificate.ts";

export function certifyOutside(
  { combination }: Policy,
  dossier: Prepared,
  { combined: { awards, keeper } }: Posed,
  digest: (text: string) => string,
): CertifiedClaim {
  const list = combination?.outside ?? "";
  const competing = [...awards.values()].flat();
  const stands = (project: string): boolean => keeper.get(project) === OUTSIDE;
  const items =
    combination === null
      ? []
      : rowsOf(dossier, list).map((row, index): CertifiedItem => {
          const award = competing.find((one) => one.index === index);
          const project = String(row.project);
          return {
            at: `${list}[${index}]`,
            id: String(row.programme),
            project,
            use: award === undefined ? "none" : stands(project) ? "kept" : "given-up",
            fills: award === undefined ? null : { money: formatMoney(award.amount) },
          };
        });
  const sum = (amounts: readonly number[]): string => formatMoney(amounts.reduce((all, one) => all + one, 0));
  const terms = [{ fills: { money: formatMoney(0) } }];
  return {
    by: "outside",
    kind: "each",
    list,
    terms,
    digest: digest(JSON.stringify(terms)),
    claimed: competing.length === 0 ? {} : { money: sum(competing.map(({ amount }) => amount)) },
    granted: sum(competing.filter(({ project }) => stands(project)).map(({ amount }) => amount)),
    items,
  };
}
