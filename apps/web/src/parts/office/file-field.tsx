/** A field that takes a file: it is sent as soon as it is chosen, so that a form that fails later doesn't lose it; the form keeps its number. */
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { answeredPlain } from "../../office-server.ts";

export interface SentFile {
  readonly id: string;
  readonly name: string;
}

export interface FileFieldProps {
  readonly label: string;
  readonly value: SentFile | null;
  readonly onValue: (file: SentFile | null) => void;
  /** Whose file it is; left out while the unit isn't one's own yet. */
  readonly uscc?: string;
  readonly hint?: string;
  readonly fault?: string | null;
}

export function FileField({ label, value, onValue, uscc, hint, fault }: FileFieldProps) {
  const id = useId();
  const send = useMutation({ mutationFn: (file: File) => sendForm(file, uscc), onSuccess: onValue });
  const wrong = send.error === null ? (fault ?? null) : send.error.message;
  const change = (file: File | undefined) => {
    if (file === undefined) return;
    onValue(null);
    send.mutate(file);
  };
  return (
    <div className="office-field">
      <label htmlFor={id}>{label}</label>
      <p className="office-hint" id={`${id}-hint`}>
        {hint ?? "可以上传 PDF、OFD、图片或 Office 文件。"}
      </p>
      <input
        id={id}
        type="file"
        className="input"
        aria-invalid={wrong === null ? undefined : true}
        aria-describedby={[`${id}-hint`, `${id}-state`].join(" ")}
        onChange={({ target }) => change(target.files?.[0])}
      />
      <p className={wrong === null ? "office-hint" : "office-fault"} id={`${id}-state`} role="status">
        {wrong ?? (send.isPending ? "正在上传……" : value === null ? "" : `已上传：${value.name}`)}
      </p>
    </div>
  );
}

async function sendForm(file: File, uscc: string | undefined): Promise<SentFile> {
  const form = new FormData();
  // The server reads the fields before the file.
  if (uscc !== undefined) form.append("uscc", uscc);
  form.append("file", file);
  return (await answeredPlain(fetch("/api/office/files", { method: "POST", body: form }))).json();
}
