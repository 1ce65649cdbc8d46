/** Whom else one may ask about a clause: the section that answers for it, with its telephone and address. Nothing is guessed. */
import { useQuery } from "@tanstack/react-query";
import type { OfficeSection } from "@zhengdui/contract";
import { answeredPlain } from "../../office-server.ts";
import { paths } from "../../paths.ts";
import { sectionOf } from "../section-of.ts";

export function WhomToAsk({ policy, clause }: { readonly policy: string; readonly clause: string }) {
  const { data } = useQuery({
    queryKey: ["sections", policy],
    enabled: policy !== "",
    queryFn: async (): Promise<readonly OfficeSection[]> => (await answeredPlain(fetch(paths.sections(policy)))).json(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const section = data === undefined ? undefined : sectionOf(data, clause);
  if (section === undefined) return null;
  const { name, phone, address } = section;
  return (
    <p className="office-hint" role="status">
      {clause === "" ? "这项政策" : "这一条"}由{name}解答，{phone === undefined ? "电话以当年申报通知为准" : `电话 ${phone}`}
      {address !== undefined && `，${address}`}。
    </p>
  );
}
