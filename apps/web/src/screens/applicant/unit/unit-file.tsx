/** A unit's own file: its facts by year, which it states itself; what an office supplied it may dispute, with evidence. */
import { type UnitEnd, unitActFault } from "@zhengdui/casework";
import { useState } from "react";
import { useParams } from "react-router";
import { Choice } from "../../../parts/office/choice.tsx";
import { DisputeList } from "../../../parts/office/dispute-list.tsx";
import { FactTable, type Standing } from "../../../parts/office/fact-table.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { Listings } from "../../../parts/office/listings.tsx";
import { isoDayOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { UnitEnded } from "../../../parts/office/unit-ended.tsx";
import { type Declared, useDeclared } from "../../../parts/office/use-declared.ts";
import { useDisputes } from "../../../parts/office/use-disputes.ts";
import { useEnterprise } from "../../../parts/office/use-enterprise.ts";
import { useMay } from "../../../parts/office/use-me.ts";
import { useNames } from "../../../parts/office/use-names.ts";
import { DisputeDialog } from "./dispute-dialog.tsx";
import { StateDialog } from "./state-dialog.tsx";

/** So many years back facts are stated. */
const YEARS_BACK = 6;

interface Chosen {
  readonly deed: "state" | "dispute";
  readonly of: Declared;
  readonly year: number;
}

export function UnitFile() {
  const { uscc = "" } = useParams();
  const enterprise = useEnterprise(uscc);
  const declared = useDeclared();
  const disputes = useDisputes({ uscc });
  const now = Number(isoDayOf(new Date().toISOString()).slice(0, 4));
  const [year, setYear] = useState(now);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const years = Array.from({ length: YEARS_BACK }, (_, at) => now - at);
  return (
    <Page
      title={`${enterprise.data?.name ?? "单位"}的档案`}
      lead="各项政策要的情况，按年度填报一次，申报时不必再填。部门提供的数据有误的，可以提出异议。"
      back={{ to: `/units/${uscc}`, label: "回到单位" }}
    >
      <div className="office-bar">
        <Choice
          label="数据年度"
          value={String(year)}
          onValue={(value) => setYear(Number(value))}
          options={years.map((one) => ({ value: String(one), label: `${one} 年度，并列 ${one - 1} 年度` }))}
        />
      </div>
      <Fetched query={declared}>
        {(known) => (
          <Fetched query={enterprise}>
            {({ facts, end }) => (
              <>
                <UnitEnded end={end} act={{ act: "state", year }} />
                <Facts uscc={uscc} facts={facts} end={end} declared={known} year={year} onChoose={setChosen} />
              </>
            )}
          </Fetched>
        )}
      </Fetched>
      <h2>名单所载</h2>
      <Fetched query={enterprise}>
        {({ registers }) => <Listings listings={registers} mayRead={false} empty="现行的名单里没有本单位。" />}
      </Fetched>
      <h2>提出的异议</h2>
      <Fetched query={disputes}>
        {({ pages }) => (
          <DisputeList
            disputes={pages.flatMap((page) => page.disputes)}
            declared={declared.data ?? new Map()}
            empty="没有提出过异议。"
          />
        )}
      </Fetched>
      {chosen?.deed === "state" && <StateDialog uscc={uscc} {...chosen} onClose={() => setChosen(null)} />}
      {chosen?.deed === "dispute" && <DisputeDialog uscc={uscc} {...chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}

interface FactsProps {
  readonly uscc: string;
  readonly facts: readonly Standing[];
  readonly end: UnitEnd | null;
  readonly declared: ReadonlyMap<string, Declared>;
  readonly year: number;
  readonly onChoose: (chosen: Chosen) => void;
}

function Facts({ uscc, facts, end, declared, year, onChoose }: FactsProps) {
  const names = useNames(uscc);
  const [mayState, mayDispute] = [useMay("file.state") !== null, useMay("file.dispute") !== null];
  const deeds = (fact: string, at: number, standing: Standing | undefined) => {
    const of = declared.get(fact);
    if (of === undefined) return null;
    const supplied = standing !== undefined && standing.current.source !== "unit";
    const about = `${of.label}（${at} 年度）`;
    return (
      <p className="office-deeds">
        {mayState && of.byUnit && unitActFault(end, { act: "state", year: at }) === null && (
          <button
            type="button"
            className="button"
            aria-label={`填报${about}`}
            onClick={() => onChoose({ deed: "state", of, year: at })}
          >
            {standing === undefined ? "填报" : "改填"}
          </button>
        )}
        {mayDispute && supplied && (
          <button
            type="button"
            className="button"
            aria-label={`对${about}提出异议`}
            onClick={() => onChoose({ deed: "dispute", of, year: at })}
          >
            有异议
          </button>
        )}
        {standing === undefined && !of.byUnit && <span className="office-hint">由{of.source}提供</span>}
      </p>
    );
  };
  return (
    <FactTable
      uscc={uscc}
      facts={facts}
      declared={declared}
      names={names}
      also={[...declared.keys()]}
      years={[year, year - 1]}
      empty="没有要填报的情况。"
      deeds={deeds}
    />
  );
}
