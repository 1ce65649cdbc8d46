/** What an administrator may do with an account: stop it, open it again, unlock it, set back its proofs. Each asks first. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import type { PersonRow } from "./person-row.ts";
import { PERSONS } from "./person-sides.ts";

export interface PersonDeedsProps {
  readonly person: PersonRow;
  readonly onPassword: (handed: { password: string; expiresAt: string }) => void;
}

type Deed = "disable" | "enable" | "password" | "unlock" | "totp";

const DEEDS: Readonly<Record<Deed, { does: string; warns: string; done: string }>> = {
  disable: { does: "停用", warns: "这个账号的所有登录立即结束，停用期间不能登录。以后可以再启用。", done: "已停用。" },
  enable: { does: "启用", warns: "这个账号又可以登录，原来的角色仍在。", done: "已启用。" },
  password: {
    does: "重开一次性口令",
    warns: "原来的口令、所有登录和可信设备立即失效。请先当面或回电核实是本人。",
    done: "",
  },
  unlock: { does: "解除锁定", warns: "输错的次数重新计起。请先核实是本人输错的。", done: "已解除锁定。" },
  totp: {
    does: "重置动态口令",
    warns: "原来的动态口令、恢复码、所有登录和可信设备立即失效，下次登录重新绑定。请先当面或回电核实是本人。",
    done: "已重置动态口令。",
  },
};

export function PersonDeeds({ person, onPassword }: PersonDeedsProps) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Deed | null>(null);
  const [said, setSaid] = useState("");
  const mayCreate = useMay("person.create") !== null;
  const mayUnlock = useMay("person.unlock") !== null;
  const act = useMutation({
    mutationFn: (deed: Deed) => perform(person.id, deed),
    onSuccess: async (handed, deed) => {
      if (handed !== null) onPassword(handed);
      setSaid(DEEDS[deed].done);
      setAsked(null);
      await queries.invalidateQueries({ queryKey: PERSONS });
    },
  });
  const offered: readonly Deed[] = [
    ...(mayCreate ? ([person.status === "active" ? "disable" : "enable", "password"] as const) : []),
    ...(mayUnlock
      ? ([...(person.lockedUntil === null ? [] : (["unlock"] as const)), ...(person.totp ? (["totp"] as const) : [])] as const)
      : []),
  ];
  return (
    <>
      <div className="office-actions">
        {offered.map((deed) => (
          <button
            key={deed}
            type="button"
            className="button"
            onClick={() => {
              act.reset();
              setAsked(deed);
            }}
          >
            {DEEDS[deed].does}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
      {asked !== null && (
        <ConfirmDialog
          title={`${DEEDS[asked].does}：${person.name}`}
          does={DEEDS[asked].does}
          pending={act.isPending}
          error={act.error}
          onSend={() => act.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{DEEDS[asked].warns}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** The one-time password, where the deed makes one. */
async function perform(id: string, deed: Deed): Promise<{ password: string; expiresAt: string } | null> {
  const params = { path: { id } };
  switch (deed) {
    case "password":
      return answered(server.POST("/api/office/persons/{id}/password-reset", { params }));
    case "unlock":
      await answered(server.POST("/api/office/persons/{id}/unlock", { params }));
      return null;
    case "totp":
      await answered(server.POST("/api/office/persons/{id}/totp-reset", { params }));
      return null;
    case "disable":
    case "enable": {
      const status = deed === "enable" ? "active" : "disabled";
      await answered(server.POST("/api/office/persons/{id}/status", { params, body: { status } }));
      return null;
    }
  }
}
