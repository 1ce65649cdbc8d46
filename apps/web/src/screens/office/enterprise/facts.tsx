/** The facts of the file, the newest year first; an officer supplies more. */
import { useState } from "react";
import { FactTable, type Standing } from "../../../parts/office/fact-table.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { useDeclared } from "../../../parts/office/use-declared.ts";
import { useMay } from "../../../parts/office/use-me.ts";
import { useNames } from "../../../parts/office/use-names.ts";
import { SupplyDialog } from "./supply-dialog.tsx";

export interface FactsProps {
  readonly uscc: string;
  readonly facts: readonly Standing[];
}

export function Facts({ uscc, facts }: FactsProps) {
  const declared = useDeclared();
  const names = useNames(uscc);
  const maySupply = useMay("file.supply") !== null;
  const [supplying, setSupplying] = useState(false);
  const years = [...new Set(facts.map(({ year }) => year))].sort((a, b) => b - a);
  return (
    <>
      <h2>各年度的情况</h2>
      <Fetched query={declared}>
        {(known) => (
          <>
            {maySupply && (
              <p className="office-bar">
                <button type="button" className="button" onClick={() => setSupplying(true)}>
                  登记部门数据
                </button>
              </p>
            )}
            <FactTable
              uscc={uscc}
              facts={facts}
              declared={known}
              names={names}
              years={years}
              empty="档案里还没有数据：单位没有填报，部门没有登记，名单里也没有。"
            />
            {supplying && <SupplyDialog uscc={uscc} facts={facts} declared={known} onClose={() => setSupplying(false)} />}
          </>
        )}
      </Fetched>
    </>
  );
}
