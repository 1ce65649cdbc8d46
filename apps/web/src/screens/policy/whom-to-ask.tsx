/** Which section answers for a clause. Nothing is guessed: what the office hasn't told, the notice of the year will. */
import type { ServiceSheet } from "@zhengdui/contract";

export function WhomToAsk({ service, clause }: { readonly service: ServiceSheet; readonly clause: string }) {
  const section =
    service.sections.find(({ clauses }) => clauses.includes(clause)) ??
    service.sections.find(({ clauses }) => clauses.length === 0);
  if (section === undefined) return "以当年申报通知为准";
  const { name, words, phone, address } = section;
  return (
    <>
      {name}
      {words === undefined ? null : <span className="proves">原文：“{words}”</span>}
      <span className="proves">
        {phone === undefined ? "电话以当年申报通知为准" : `电话 ${phone}`}
        {address === undefined ? null : `，${address}`}
      </span>
    </>
  );
}
