/** One account: how it stands, its roles with their periods, and what an administrator may do with it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { PersonDeeds } from "./person-deeds.tsx";
import { PersonRoles } from "./person-roles.tsx";
import { PERSONS, SIDES } from "./person-sides.ts";
import { PersonTags } from "./person-tags.tsx";

export function Person() {
  const { login = "" } = useParams();
  const [handed, setHanded] = useState<{ password: string; expiresAt: string } | null>(null);
  // The login is the address: it is found as staff first, then as an applicant.
  const found = useQuery({
    queryKey: [...PERSONS, "one", login],
    queryFn: async () => {
      for (const side of [{}, { side: "applicant" as const }]) {
        const { persons } = await answered(server.GET("/api/office/persons", { params: { query: { q: login, ...side } } }));
        const one = persons.find((person) => person.login === login);
        if (one !== undefined) return one;
      }
      return null;
    },
  });
  const person = found.data;
  return (
    <Page title={person?.name ?? login} back={{ to: "/persons", label: "人员账号" }}>
      {found.error !== null && <TroubleNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="waiting">正在取……</p>}
      {person === null && <p className="office-lead">没有登录名是“{login}”的账号。</p>}
      {person !== undefined && person !== null && (
        <>
          <dl className="office-facts">
            <dt>登录名</dt>
            <dd>{person.login}</dd>
            <dt>哪一方</dt>
            <dd>{SIDES[person.side]}</dd>
            <dt>开立于</dt>
            <dd>{momentOf(person.createdAt)}</dd>
            <dt>状态</dt>
            <dd>
              <PersonTags person={person} />
            </dd>
          </dl>
          {handed === null ? (
            <PersonDeeds person={person} onPassword={setHanded} />
          ) : (
            <ShownOnce title={`${person.name}的一次性口令`} lines={[handed.password]} onDone={() => setHanded(null)}>
              只显示这一次，请当面交给本人。有效至 {momentOf(handed.expiresAt)}，登录后必须修改。
            </ShownOnce>
          )}
          <PersonRoles person={person} />
        </>
      )}
    </Page>
  );
}
