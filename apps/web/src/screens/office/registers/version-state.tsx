/** Whether a version is in force, was replaced, or was undone: by whom, when and why. */
import { momentOf } from "../../../parts/office/moment.ts";
import type { Version } from "../../../parts/office/use-register-kinds.ts";

export function VersionState({ version: { current, undone } }: { readonly version: Version }) {
  if (current) return <span className="office-tag">现行</span>;
  if (undone === null) return <>已被替换</>;
  return (
    <>
      <span className="office-tag strong">已撤销</span>
      <span className="office-undone">
        {undone.byName}，{momentOf(undone.at)}：{undone.reason}
      </span>
    </>
  );
}
