/** A package is chosen, looked at, and only then imported: first every fault, then what would change. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Link } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { importPackage, type Preview, previewPackage } from "./exchange-server.ts";
import { Weighed } from "./weighed.tsx";

export function ImportPackage() {
  const mappings = useQuery({ queryKey: ["mappings"], queryFn: () => answered(server.GET("/api/office/mappings")) });
  const names = mappings.data?.mappings.map(({ name }) => name) ?? [];
  return (
    <section className="office-card">
      <h2>导入申报包</h2>
      {mappings.error !== null && <TroubleNotice error={mappings.error} onRetry={() => void mappings.refetch()} />}
      {mappings.data !== undefined && names.length === 0 && (
        <p>
          导入以前，先<Link to="/mappings/new">设定一份栏目对应</Link>：平台的表里哪一列是什么。
        </p>
      )}
      {names.length > 0 && <ImportForm names={names} />}
    </section>
  );
}

function ImportForm({ names }: { readonly names: readonly string[] }) {
  const id = useId();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [addUnits, setAddUnits] = useState(false);
  const mapping = chosen ?? names[0] ?? "";
  const preview = useMutation({ mutationFn: (one: File) => previewPackage(one, mapping) });
  const take = useMutation({
    mutationFn: ({ from, seen }: { readonly from: File; readonly seen: Preview }) =>
      importPackage(from, mapping, seen.sha256, addUnits),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["packages"] }),
  });
  const anew = () => {
    preview.reset();
    take.reset();
    setAddUnits(false);
  };
  const seen = preview.data;
  return (
    <>
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          take.reset();
          if (file !== null) preview.mutate(file);
        }}
      >
        <ChoiceField
          label="栏目对应"
          value={mapping}
          options={names.map((name) => ({ value: name, label: name }))}
          onValue={(value) => {
            setChosen(value);
            anew();
          }}
        />
        <div className="office-field">
          <label htmlFor={id}>平台导出的文件</label>
          <p className="office-hint" id={`${id}-hint`}>
            zip（一张申报表和附件），或单独的 xlsx；至多 128 MB
          </p>
          <input
            id={id}
            className="input"
            type="file"
            accept=".zip,.xlsx"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null);
              anew();
            }}
          />
        </div>
        <div className="office-actions">
          <button type="submit" className="button" disabled={file === null || preview.isPending}>
            {preview.isPending ? "正在看……" : "预览"}
          </button>
        </div>
      </form>
      <TroubleNotice error={preview.error} />
      {seen !== undefined && take.data === undefined && (
        <>
          <Weighed seen={seen} />
          {seen.unknownUnits.length > 0 && (
            <p className="office-care">
              <label>
                <input type="checkbox" checked={addUnits} onChange={({ target }) => setAddUnits(target.checked)} /> 有{" "}
                {seen.unknownUnits.length} 家单位不在企业档案里，一并登记（所属镇街留空，以后补）：
                {seen.unknownUnits.map(({ name }) => name).join("、")}
              </label>
            </p>
          )}
          <TroubleNotice error={take.error} />
          <div className="office-actions">
            <button
              type="button"
              className="button primary"
              disabled={take.isPending || file === null || (seen.unknownUnits.length > 0 && !addUnits)}
              onClick={() => file !== null && take.mutate({ from: file, seen })}
            >
              {take.isPending ? "正在导入……" : "导入"}
            </button>
          </div>
        </>
      )}
      {take.data !== undefined && (
        <p className="office-good" role="status">
          已导入：新增 {take.data.package.added} 件，变更 {take.data.package.changed} 件，未变 {take.data.package.unchanged} 件。
          <Link to={`/packages/${take.data.package.id}`}>看这一包</Link>
        </p>
      )}
    </>
  );
}
