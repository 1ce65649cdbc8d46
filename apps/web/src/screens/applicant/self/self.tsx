/** One's own account: what proves who one is, where one is signed in, which devices are trusted. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { momentOf } from "../../../parts/office/moment.ts";
import { NewPassword } from "../../../parts/office/new-password.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { piece } from "../../../parts/office/piece.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMe } from "../../../parts/office/use-me.ts";
import { Devices } from "./devices.tsx";
import { SELF } from "./self-queries.ts";
import { Sessions } from "./sessions.tsx";

/** It is wanted once, and brings a picture of dots along. */
const TotpSetup = piece(async () => (await import("../../../parts/office/totp-setup.tsx")).TotpSetup);

const changedWords = (at: string | null): string => `上次修改：${at === null ? "没有记录" : momentOf(at)}`;

const noPasswordWords = (factors: readonly string[]): string =>
  factors.includes("demonstration")
    ? "这是演示账号，没有口令：在登录页点一下就能进入，只在演示数据里有。"
    : "这个账号从统一身份登录，没有口令。";

export function Self() {
  const me = useMe().data;
  const queries = useQueryClient();
  const standing = useQuery({ queryKey: [...SELF, "standing"], queryFn: () => answered(server.GET("/api/office/self")) });
  const [open, setOpen] = useState<"password" | "totp" | null>(null);
  const [said, setSaid] = useState("");
  const finish = (words: string) => {
    setOpen(null);
    setSaid(words);
    void queries.invalidateQueries({ queryKey: SELF });
  };
  const { data } = standing;
  return (
    <Page title="本人账号" lead={`${me?.name ?? ""}（登录名 ${me?.login ?? ""}）`}>
      <p role="status" className={said === "" ? undefined : "office-good"}>
        {said}
      </p>
      {standing.error !== null && <TroubleNotice error={standing.error} onRetry={() => void standing.refetch()} />}
      {standing.isPending && <p className="waiting">正在取……</p>}
      {data !== undefined && (
        <>
          <section className="office-card" aria-labelledby="self-password">
            <h2 id="self-password">口令</h2>
            <p>{data.hasPassword ? changedWords(data.passwordChangedAt) : noPasswordWords(me?.factors ?? [])}</p>
            {open === "password" ? (
              <>
                <p className="office-hint">修改后，其他地方的登录和可信设备随之失效。</p>
                <NewPassword onDone={() => finish("口令已修改，其他地方的登录已结束。")} />
              </>
            ) : (
              data.hasPassword && <Open onOpen={() => setOpen("password")}>修改口令</Open>
            )}
          </section>
          <section className="office-card" aria-labelledby="self-totp">
            <h2 id="self-totp">动态口令</h2>
            <p>{totpWords(data)}</p>
            {open === "totp" ? (
              <>
                <p className="office-hint">{data.totp ? CHANGED : BOUND}</p>
                <TotpSetup.Shown onDone={() => finish("动态口令已绑定，其他地方的登录已结束。")} />
              </>
            ) : (
              data.hasPassword && (
                <Open onOpen={() => setOpen("totp")}>{data.totp ? "换绑动态口令、换一批恢复码" : "绑定动态口令"}</Open>
              )
            )}
          </section>
        </>
      )}
      <Sessions />
      <Devices />
    </Page>
  );
}

const CHANGED = "换绑后，原来的验证器、恢复码、其他地方的登录和可信设备随之失效。";
const BOUND = "绑定后，其他地方的登录和可信设备随之失效。";

interface Standing {
  readonly totp: boolean;
  readonly hasPassword: boolean;
  readonly recoveryCodesLeft: number;
}

function totpWords({ totp, hasPassword, recoveryCodesLeft }: Standing): string {
  if (totp) return `已绑定，还有 ${recoveryCodesLeft} 个恢复码没有用过。`;
  return hasPassword ? "没有绑定。绑定后，别人知道口令也登录不了。" : "没有绑定。动态口令同口令一起用，这个账号没有口令。";
}

function Open({ onOpen, children }: { readonly onOpen: () => void; readonly children: string }) {
  return (
    <div className="office-actions">
      <button type="button" className="button" onClick={onOpen}>
        {children}
      </button>
    </div>
  );
}
