/** The facts of the file, the newest year first. */
import { FactTable, type Standing } from "../../../parts/office/fact-table.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { useDeclared } from "../../../parts/office/use-declared.ts";
import { useNames } from "../../../parts/office/use-names.ts";

export interface FactsProps {
  readonly uscc: string;
  readonly facts: readonly Standing[];
}

export function Facts({ uscc, facts }: FactsProps) {
  const declared = useDeclared();
  const names = useNames(uscc);
  const years = [...new Set(facts.map(({ year }) => year))].sort((a, b) => b - a);
  return (
    <>
      <h2>各年度的情况</h2>
      <Fetched query={declared}>
        {(known) => (
          <FactTable
            facts={facts}
            declared={known}
            names={names}
            years={years}
            empty="档案里还没有数据：单位没有填报，部门也没有登记。"
          />
        )}
      </Fetched>
    </>
  );
}
