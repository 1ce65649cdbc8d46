/** One unit of one's own: its name, what one is there and until when, what proves it, and where to go on. */
import { Link } from "react-router";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import { deedWords, type Person, roleWords } from "../../../parts/office/people-words.ts";
import { Period } from "../../../parts/office/period.tsx";
import { useEnterprise } from "../../../parts/office/use-enterprise.ts";
import { usePeople } from "../../../parts/office/use-people.ts";

export interface UnitCardProps {
  readonly uscc: string;
  /** Whose roles are shown. */
  readonly account: string;
}

export function UnitCard({ uscc, account }: UnitCardProps) {
  const enterprise = useEnterprise(uscc);
  const people = usePeople(uscc);
  return (
    <li className="office-card">
      <h2>
        <Link to={`/units/${uscc}`}>{enterprise.data?.name ?? uscc}</Link>
      </h2>
      <Fetched query={people}>{({ people: all }) => <Roles of={all.filter(isCurrent(account))} uscc={uscc} />}</Fetched>
      <p className="office-actions">
        <Link className="button" to={`/units/${uscc}/file`}>
          单位档案
        </Link>
        <Link className="button" to={`/units/${uscc}/bank-accounts`}>
          收款账户
        </Link>
        <Link className="button" to={`/units/${uscc}`}>
          人员
        </Link>
      </p>
    </li>
  );
}

const isCurrent =
  (account: string) =>
  (one: Person): boolean =>
    one.account === account && one.standing === "current";

function Roles({ of, uscc }: { readonly of: readonly Person[]; readonly uscc: string }) {
  return (
    <dl className="office-facts">
      <dt>信用代码</dt>
      <dd>{uscc}</dd>
      {of.map((one) => (
        <div className="office-pair" key={one.appointment}>
          <dt>{roleWords(one.role)}</dt>
          <dd>
            <Period from={one.from} to={one.to} />　<FileLink id={one.deedFile} label={deedWords(one.role)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
