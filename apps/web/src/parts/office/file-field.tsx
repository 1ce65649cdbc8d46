/** A field that takes a file: it is sent as soon as it is chosen, so that a form that fails later doesn't lose it; the form keeps its number. */
import { useMutation } from "@tanstack/react-query";
import { answeredPlain } from "../../office-server.ts";
import { FieldFrame } from "./field-frame.tsx";
import { FilePick } from "./file-pick.tsx";

export interface SentFile {
  /** "" while there is none. */
  readonly id: string;
  readonly name: string;
}

export const NO_FILE: SentFile = { id: "", name: "" };

export interface FileFieldProps {
  readonly label: string;
  readonly value: SentFile;
  readonly onValue: (file: SentFile) => void;
  /** Whose file it is; left out while the unit isn't one's own yet. */
  readonly uscc?: string;
  readonly hint?: string;
  readonly fault?: string | null;
  /** The form isn't sent without it. */
  readonly required?: boolean;
}

export function FileField({ label, value, onValue, uscc, hint, fault = null, required = false }: FileFieldProps) {
  const send = useMutation({ mutationFn: (file: File) => sendForm(file, uscc), onSuccess: onValue });
  const take = (file: File) => {
    onValue(NO_FILE);
    send.mutate(file);
  };
  const sent = value.id === "" ? null : value.name;
  return (
    <>
      <FieldFrame
        label={label}
        hint={hint ?? "可以上传 PDF、OFD、图片或 Office 文件。"}
        fault={send.error?.message ?? fault}
        wrong={send.isPending ? "还在上传，请等传完。" : null}
      >
        {(framed) => (
          <FilePick framed={framed} name={send.isPending ? send.variables.name : sent} onFile={take} required={required} />
        )}
      </FieldFrame>
      <p className="office-hint" role="status">
        {send.isPending ? "正在上传……" : sent === null ? "" : `已上传：${sent}`}
      </p>
    </>
  );
}

async function sendForm(file: File, uscc: string | undefined): Promise<SentFile> {
  const form = new FormData();
  // The server reads the fields before the file.
  if (uscc !== undefined) form.append("uscc", uscc);
  form.append("file", file);
  const { id, name } = await (await answeredPlain(fetch("/api/office/files", { method: "POST", body: form }))).json();
  return { id, name };
}
