/** An empty dossier of a policy's latest year, with what has a natural first value filled in. */
import type { Policy } from "@zhengdui/policy";
import type { Json } from "../../parts/form/json.ts";
import { newRow } from "../../parts/form/typed.ts";
import type { Sheet } from "./desk.ts";

export function blankSheet(policy: Policy): Sheet {
  const records = policy.facts.records
    .filter((record) => record.required)
    .map((record): [string, Json] => [record.id, newRow(record.facts, [])]);
  return {
    dossier: { policy: policy.id, year: policy.years.at(-1) ?? null, ...Object.fromEntries(records) },
    from: "空白申报",
    example: "",
  };
}
