/** Signing in, step by step: password, code, the change of a one-time password, the second factor; then back to where one came from. */
import { useQueryClient } from "@tanstack/react-query";
import { returnPath } from "@zhengdui/casework";
import { useState } from "react";
import { Link, Navigate, useLocation } from "react-router";
import { cameFrom } from "../../../parts/office/came-from.ts";
import { EntryPage } from "../../../parts/office/entry-page.tsx";
import { NewPassword } from "../../../parts/office/new-password.tsx";
import { piece } from "../../../parts/office/piece.tsx";
import { ME, useMe } from "../../../parts/office/use-me.ts";
import { CodeStep } from "./code-step.tsx";
import { Demonstration } from "./demonstration.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { PasswordStep } from "./password-step.tsx";

/** With its picture of dots it is larger than all the rest here, and wanted once in a lifetime of an account. */
const TotpSetup = piece(async () => (await import("../../../parts/office/totp-setup.tsx")).TotpSetup);

/** What is still to be done; null: nothing, one is in. */
type Step = "totp" | "password" | "enrol" | null;

const TITLES = { totp: "动态口令", password: "修改一次性口令", enrol: "绑定动态口令" } as const;

export function SignIn() {
  const me = useMe();
  const queries = useQueryClient();
  const here = useLocation();
  const to = returnPath(cameFrom(here.state), "/");
  const [step, setStep] = useState<Step | undefined>(undefined);
  const [password, setPassword] = useState<string | undefined>(undefined);
  // Loaded anew in the middle of it, the server knows what is still to be done.
  const now = step === undefined ? me.data?.next : step;
  const proved = (next: Step, typed: string) => {
    setPassword(typed);
    goOn(next);
  };
  const goOn = (next: Step) => {
    setStep(next);
    if (next !== null) return;
    // What somebody else has seen here before isn't shown to this one.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
    void queries.resetQueries({ queryKey: ME });
  };
  if (now === null && me.isSuccess && me.data !== null) return <Navigate to={to} replace />;
  if (now === null || me.isPending) return <p className="waiting">正在打开……</p>;
  return (
    <EntryPage title={now === undefined ? "登录" : TITLES[now]}>
      {now === undefined && (
        <>
          {isEnded(here.state) && <Ended />}
          <Invited to={to} />
          <PasswordStep onDone={proved} />
          <Elsewhere to={to} />
          <NoAccount state={here.state} />
          <Demonstration onDone={() => goOn(null)} />
        </>
      )}
      {now === "totp" && (
        <CodeStep
          onDone={goOn}
          onAgain={() => {
            setPassword(undefined);
            setStep(undefined);
          }}
        />
      )}
      {now === "password" && (
        <>
          <p className="office-lead">您用的是一次性口令。请换成只有自己知道的口令，再继续。</p>
          <NewPassword current={password} onDone={proved} />
        </>
      )}
      {now === "enrol" && (
        <>
          <p className="office-lead">工作人员登录要有口令和动态口令两样。绑定一次，以后登录时输入验证器上的六位数字。</p>
          <TotpSetup.Shown password={password} onDone={goOn} />
        </>
      )}
    </EntryPage>
  );
}

const Ended = () => (
  <p className="office-care" role="status">
    登录已结束。重新登录后回到原来的页面，填写的内容还在。
  </p>
);

/** Whoever has opened an invitation is told why they stand here first. */
function Invited({ to }: { readonly to: string }) {
  if (!to.startsWith("/invitation/")) return null;
  return <p className="office-lead">您收到了单位的邀请。登录后就可以接受；还没有账号的，先注册。</p>;
}

/** Registering leads back to where one came from, too. */
function NoAccount({ state }: { readonly state: unknown }) {
  return (
    <p className="office-aside">
      申报单位的人员没有账号？
      <Link to="/register" state={state}>
        自行注册
      </Link>
      。工作人员的账号由系统管理员开立。
    </p>
  );
}

/** Was somebody in until now? */
const isEnded = (state: unknown): boolean =>
  typeof state === "object" && state !== null && "ended" in state && state.ended === true;
