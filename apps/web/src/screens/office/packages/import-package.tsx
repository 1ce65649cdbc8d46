/** A package is chosen, looked at, and only then imported: first every fault, then what would change. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { PACKAGE_LIMITS } from "@zhengdui/casework";
import { useState } from "react";
import { Link } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { FieldFrame } from "../../../parts/office/field-frame.tsx";
import { FilePick } from "../../../parts/office/file-pick.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { previewPackage } from "./exchange-server.ts";
import { TakePackage } from "./take-package.tsx";

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
  const [chosen, setChosen] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const mapping = chosen ?? names[0] ?? "";
  const preview = useMutation({ mutationFn: (one: File) => previewPackage(one, mapping) });
  return (
    <>
      <OfficeForm
        does="预览"
        doing="正在看……"
        pending={preview.isPending}
        error={preview.error}
        onSend={() => file !== null && preview.mutate(file)}
      >
        <Choice
          label="栏目对应"
          value={mapping}
          options={names.map((name) => ({ value: name, label: name }))}
          onValue={(value) => {
            setChosen(value);
            preview.reset();
          }}
        />
        <FieldFrame
          label="平台导出的文件"
          hint={`zip（一张申报表和附件），或单独的 xlsx；至多 ${PACKAGE_LIMITS.bytes / 1024 / 1024} MB`}
          missing="请选择平台导出的文件。"
        >
          {(framed) => (
            <FilePick
              framed={framed}
              name={file?.name ?? null}
              accept=".zip,.xlsx"
              onFile={(one) => {
                setFile(one);
                preview.reset();
              }}
              required
            />
          )}
        </FieldFrame>
      </OfficeForm>
      {preview.data !== undefined && file !== null && (
        <TakePackage key={preview.submittedAt} file={file} mapping={mapping} seen={preview.data} />
      )}
    </>
  );
}
