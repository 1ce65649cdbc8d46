/** What was looked at is imported: with the units that aren't on file, if that is wished. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { focusOn } from "../../../parts/focus-on.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { importPackage, type Preview } from "./exchange-server.ts";
import { Weighed } from "./weighed.tsx";

export interface TakePackageProps {
  readonly file: File;
  readonly mapping: string;
  readonly seen: Preview;
}

export function TakePackage({ file, mapping, seen }: TakePackageProps) {
  const queries = useQueryClient();
  const [addUnits, setAddUnits] = useState(false);
  const take = useMutation({
    mutationFn: () => importPackage(file, mapping, seen.sha256, addUnits),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["packages"] }),
  });
  if (take.data !== undefined) {
    const { id, added, changed, unchanged } = take.data.package;
    return (
      <p className="office-good" role="status" tabIndex={-1} ref={focusOn}>
        已导入：新增 {added} 件，变更 {changed} 件，未变 {unchanged} 件。<Link to={`/packages/${id}`}>看这一包</Link>
      </p>
    );
  }
  return (
    <>
      <Weighed seen={seen} />
      {seen.unknownUnits.length > 0 && (
        <p className="office-care">
          <label>
            <input type="checkbox" checked={addUnits} onChange={({ target }) => setAddUnits(target.checked)} /> 有{" "}
            {seen.unknownUnits.length} 家单位不在企业档案里，一并登记（所属镇（街道）留空，以后补）：
            {seen.unknownUnits.map(({ name }) => name).join("、")}
          </label>
        </p>
      )}
      <TroubleNotice error={take.error} />
      <div className="office-actions">
        <button
          type="button"
          className="button primary"
          disabled={take.isPending || (seen.unknownUnits.length > 0 && !addUnits)}
          onClick={() => take.mutate()}
        >
          {take.isPending ? "正在导入……" : "导入"}
        </button>
      </div>
    </>
  );
}
