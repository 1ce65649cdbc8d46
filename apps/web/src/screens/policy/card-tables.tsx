/** The tables of a clause's card: what each tier gives, and every figure with the words that make it. */
import type { Param } from "@zhengdui/policy";
import { figureText, type Tiers } from "./policy-facts.ts";

export function TierTable({ tiers }: { readonly tiers: Tiers }) {
  return (
    <table>
      <caption>{tiers.title}</caption>
      <tbody>
        {tiers.rows.map((row) => (
          <tr key={row.when}>
            <th scope="row">{row.when}</th>
            <td>{row.gives}</td>
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
      <summary>数与出处（{figures.length}）</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">数</th>
            <th scope="col">值</th>
            <th scope="col">原文</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((p) => (
            <tr key={p.name}>
              <th scope="row">{p.name}</th>
              <td>{figureText(p)}</td>
              <td>{p.words.join("；").replace(/[【】]/g, "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
