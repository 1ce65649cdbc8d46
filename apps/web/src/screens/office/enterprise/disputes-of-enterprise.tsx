/** What the unit holds to be wrong in its file. */
import { DisputeList } from "../../../parts/office/dispute-list.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { useDeclared } from "../../../parts/office/use-declared.ts";
import { useDisputes } from "../../../parts/office/use-disputes.ts";

export function Disputes({ uscc }: { readonly uscc: string }) {
  const disputes = useDisputes({ uscc });
  const declared = useDeclared();
  return (
    <>
      <h2>数据异议</h2>
      <Fetched query={disputes}>
        {({ pages }) => (
          <DisputeList
            disputes={pages.flatMap((page) => page.disputes)}
            declared={declared.data ?? new Map()}
            empty="没有提出过异议。"
            {...(disputes.hasNextPage && {
              more: { pending: disputes.isFetchingNextPage, fetch: () => void disputes.fetchNextPage() },
            })}
          />
        )}
      </Fetched>
    </>
  );
}
