/** The frame of every page of the office: who one is, where one may go, larger type, the way out. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isRoleId, ROLES } from "@zhengdui/casework";
import { useCallback, useEffect, useRef, useState } from "react";
import { Link, Navigate, NavLink, Outlet, useLocation } from "react-router";
import { answeredPlain } from "../../office-server.ts";
import { LargeTypeButton } from "./large-type-button.tsx";
import { onLeftElsewhere, tellLeft } from "./left-elsewhere.ts";
import { isShut, type Place, placesOf } from "./menu.ts";
import { NothingHere } from "./nothing-here.tsx";
import { TroubleNotice } from "./trouble.tsx";
import { UnreadCount } from "./unread-count.tsx";
import { forgetKept } from "./use-kept.ts";
import { ME, useMe } from "./use-me.ts";

export function OfficeShell() {
  const me = useMe();
  const here = useLocation();
  const [left, setLeft] = useState(false);
  const wasIn = useRef(false);
  const queries = useQueryClient();
  const leave = useCallback(() => {
    // What one person has seen is not left for the next, nor where, nor what was being filled in.
    forgetKept();
    setLeft(true);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
    queries.setQueryData(ME, null);
  }, [queries]);
  useEffect(() => onLeftElsewhere(leave), [leave]);
  useEffect(() => {
    if (!me.data) return;
    wasIn.current = true;
    forgetKept(me.data.login);
  }, [me.data]);
  if (me.isPending) return <p className="waiting">正在打开……</p>;
  if (me.error !== null)
    return (
      <main className="office-main">
        <TroubleNotice error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  if (me.data === null || me.data.next !== null)
    return (
      <>
        <p className="waiting">正在打开……</p>
        <Navigate
          to="/sign-in"
          replace
          state={left ? null : { from: here.pathname + here.search, ended: wasIn.current && me.data === null }}
        />
      </>
    );
  const { name, appointments, side } = me.data;
  const roles = [...new Set(appointments.map(roleOf))];
  return (
    <div className="office">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="office-head">
        <a className="office-brand" href="/">
          政兑
        </a>
        <p className="office-who">
          <Link className="office-name" to="/self" title="本人账号">
            {name}
          </Link>
          <span className="office-roles">{roles.join("、") || (side === "applicant" ? "还不代表单位" : "还没有角色")}</span>
        </p>
        <LargeTypeButton />
        <SignOut onLeave={leave} />
      </header>
      <Menu places={placesOf(me.data)} at={here.pathname} />
      {isShut(here.pathname, me.data) ? <NothingHere /> : <Outlet />}
    </div>
  );
}

/** A town's officer is one of this town. */
const roleOf = ({ role, territory }: { readonly role: string; readonly territory: string | null }): string =>
  territory ?? (isRoleId(role) ? ROLES[role].label : role);

/** A list at the side where there is room, folded away on a phone; it closes once one has gone somewhere. */
function Menu({ places, at }: { readonly places: readonly Place[]; readonly at: string }) {
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes it
  useEffect(() => setOpen(false), [at]);
  return (
    <nav className="office-menu" aria-label="办理事项" data-open={open}>
      <button type="button" className="button office-menu-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        事项
      </button>
      <ul>
        <li>
          <NavLink to="/" end>
            首页
          </NavLink>
        </li>
        {places.map(({ to, label }) => (
          <li key={to}>
            <NavLink to={to}>
              {label}
              {to === "/messages" && <UnreadCount />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignOut({ onLeave }: { readonly onLeave: () => void }) {
  const out = useMutation({
    mutationFn: () => answeredPlain(fetch("/api/office/sign-out", { method: "POST" })),
    onSuccess: () => {
      tellLeft();
      onLeave();
    },
  });
  return (
    <>
      <button type="button" className="button quiet" disabled={out.isPending} onClick={() => out.mutate()}>
        退出
      </button>
      <TroubleNotice error={out.error} />
    </>
  );
}
