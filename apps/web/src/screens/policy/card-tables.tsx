/** The tables of a clause's card: what each tier gives, and every figure with the words that make it. */

import type { Param } from "@zhengdui/policy";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { figureText, type Tiers } from "./policy-facts.ts";

export function TierTable({ tiers }: { readonly tiers: Tiers }) {
  return (
    <table>
      <caption lang={chinese()}>{tiers.title}</caption>
      <tbody>
        {tiers.rows.map((row) => (
          <tr key={row.when}>
            <th scope="row" lang={chinese()}>
              {row.when}
            </th>
            <td>
              <Mixed of={row.gives} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function FigureTable({ figures }: { readonly figures: readonly Param[] }) {
  if (figures.length === 0) return null;
  return (
    <details>
      <summary>{t("数与出处（{n}）", { n: figures.length })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("数")}</th>
            <th scope="col">{t("值")}</th>
            <th scope="col">{t("原文")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((p) => (
            <tr key={p.name}>
              <th scope="row" lang={chinese()}>
                {p.name}
              </th>
              <td>
                <Mixed of={figureText(p)} />
              </td>
              <td lang={chinese()}>{p.words.join("；").replace(/[【】]/g, "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
