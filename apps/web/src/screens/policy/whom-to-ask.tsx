/** Which section answers for a clause. Nothing is guessed: what the office hasn't told, the notice of the year will. */

import type { ServiceSheet } from "@zhengdui/contract";
import { sectionOf } from "../../parts/section-of.ts";
import { Mixed } from "../../words/mixed.tsx";
import { t } from "../../words/t.ts";

export function WhomToAsk({ service, clause }: { readonly service: ServiceSheet; readonly clause: string }) {
  const section = sectionOf(service.sections, clause);
  if (section === undefined) return t("以当年申报通知为准");
  const { name, words, phone, address } = section;
  return (
    <>
      <Mixed of={name} />
      {words === undefined ? null : (
        <span className="proves">
          <Mixed of={t("原文：“{words}”", { words })} />
        </span>
      )}
      <span className="proves">
        <Mixed of={phone === undefined ? t("电话以当年申报通知为准") : t("电话 {phone}", { phone })} />
        {address === undefined ? null : <Mixed of={`${t("，")}${address}`} />}
      </span>
    </>
  );
}
