/** The items of a measure as a table in 万元: what each brings alone, what is kept of it, and why. */

import type { ItemResult } from "@zhengdui/contract";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { figureOf } from "../figures/amount.ts";
import { Marks } from "./marks.tsx";

export function Items({ items }: { readonly items: readonly ItemResult[] }) {
  const summed = items.every((item) => item.amount === null);
  return (
    <table className="items">
      <caption>{summed ? t("项目明细（合并计算，不分项给数）") : t("项目明细（单位：万元）")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("项目")}</th>
          {summed ? null : (
            <>
              <th scope="col" className="number">
                {t("单独测算")}
              </th>
              <th scope="col" className="number">
                {t("就高后")}
              </th>
            </>
          )}
        </tr>
      </thead>
      {items.map((item) => (
        <tbody key={item.id}>
          <tr className="item-head">
            <th scope="row">
              <Mixed
                of={item.id === item.project ? item.id : t("{item}（属“{project}”）", { item: item.id, project: item.project })}
              />
            </th>
            {summed ? null : (
              <>
                <td className="number">{item.amount === null ? "—" : figureOf(item.amount)}</td>
                <td className="number">{item.granted === null ? "—" : figureOf(item.granted)}</td>
              </>
            )}
          </tr>
          {item.marks.length + item.reasons.length === 0 ? null : (
            <tr>
              <td colSpan={summed ? 1 : 3} className="item-why">
                <Marks marks={item.marks} />
                {item.reasons.map((reason) => (
                  <span key={reason} className="reason" lang={chinese()}>
                    {reason}
                  </span>
                ))}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}
