/** What the enterprise contributed to the county's finances, by year: apart from its file, for the few who see it. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { Listings } from "../../../parts/office/listings.tsx";

export function Contributions({ uscc }: { readonly uscc: string }) {
  const contributions = useQuery({
    queryKey: ["contributions", uscc],
    queryFn: () => answered(server.GET("/api/office/enterprises/{uscc}/contributions", { params: { path: { uscc } } })),
  });
  return (
    <>
      <h2>财政贡献</h2>
      <p className="office-hint">只有财政和工信部门看得到；查看会留下记录。</p>
      <Fetched query={contributions}>
        {({ registers }) => <Listings listings={registers} mayRead empty="没有导入过这家企业的财政贡献。" />}
      </Fetched>
    </>
  );
}
