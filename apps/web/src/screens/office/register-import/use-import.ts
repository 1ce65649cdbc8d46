/** The way of one file: chosen, sent and looked at, taken. What was chosen outlives every refusal. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { faultOfPeriod } from "@zhengdui/casework";
import type { OfficePaths } from "@zhengdui/contract";
import { useRef, useState } from "react";
import { answered, answeredPlain, OfficeTrouble, server } from "../../../office-server.ts";
import { sendFile } from "../../../parts/office/send-file.ts";
import { useKept } from "../../../parts/office/use-kept.ts";
import { type FamilyKind, REGISTERS } from "../../../parts/office/use-register-kinds.ts";

type PreviewRoute = OfficePaths["/api/office/registers/previews"]["post"];
export type PreviewAnswer = PreviewRoute["responses"][200]["content"]["application/json"];
type ConfirmRoute = OfficePaths["/api/office/registers/previews/{id}/confirm"]["post"];
export type DoneAnswer = ConfirmRoute["responses"][200]["content"]["application/json"];

/** Read when it was chosen: a file that is saved again meanwhile could not be read any more. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

export interface Importing {
  readonly period: string;
  readonly setPeriod: (period: string) => void;
  readonly file: ChosenFile | null;
  readonly setFile: (file: ChosenFile) => void;
  /** What is wrong with what was chosen; said once it is to be looked at. */
  readonly faults: { readonly period: string | null; readonly file: string | null };
  /** How much has gone, 0 to 1; null: nothing is on its way. */
  readonly sent: number | null;
  /** Under which the server tells how far it is with the file. */
  readonly looking: string;
  /** Why there is no preview. */
  readonly trouble: OfficeTrouble | null;
  readonly preview: PreviewAnswer | null;
  /** Why the preview wasn't taken. */
  readonly refusal: Error | null;
  readonly taking: boolean;
  readonly done: DoneAnswer | null;
  readonly look: (force: boolean) => void;
  readonly take: (addEnterprises: boolean) => void;
  readonly again: () => void;
}

/** As the server takes it. */
const MOST_MEBIBYTES = 32;

export function useImport(kind: FamilyKind): Importing {
  const queries = useQueryClient();
  const { form, set } = useKept(`import ${kind.id}`, { period: "" });
  const { period } = form;
  const [file, setFile] = useState<ChosenFile | null>(null);
  const looked = useLook(kind);
  const taken = useMutation({
    mutationFn: ({ id, addEnterprises }: { readonly id: string; readonly addEnterprises: boolean }) =>
      answered(
        server.POST(`/api/office/${kind.place.root}/previews/{id}/confirm`, {
          params: { path: { id } },
          body: { addEnterprises },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: REGISTERS }),
  });
  const faults = { period: faultOfPeriod(kind, period), file: faultOfFile(file) };
  const drop = () => {
    looked.reset();
    taken.reset();
  };
  return {
    period,
    setPeriod: (next) => {
      set({ period: next });
      drop();
    },
    file,
    setFile: (next) => {
      setFile(next);
      drop();
    },
    faults,
    sent: looked.sent,
    looking: looked.id,
    trouble: looked.trouble,
    preview: looked.preview,
    refusal: taken.error,
    taking: taken.isPending,
    done: taken.data ?? null,
    look: (force) => {
      if (file === null || faults.period !== null || faults.file !== null) return;
      taken.reset();
      looked.send({ file, period, force });
    },
    take: (addEnterprises) => {
      if (looked.preview !== null) taken.mutate({ id: looked.preview.preview, addEnterprises });
    },
    again: () => {
      drop();
      setFile(null);
    },
  };
}

function faultOfFile(file: ChosenFile | null): string | null {
  if (file === null) return "请选择要导入的文件。";
  if (file.bytes.byteLength === 0) return "这个文件是空的，请另选一个。";
  return file.bytes.byteLength > MOST_MEBIBYTES * 1024 * 1024
    ? `文件超过 ${MOST_MEBIBYTES} MB，请分成几个年度或删去无关的工作表。`
    : null;
}

interface Sending {
  readonly file: ChosenFile;
  readonly period: string;
  readonly force: boolean;
}

/** Only the last file sent counts; an earlier one on its way is given up. */
function useLook({ id, place }: FamilyKind) {
  const [sent, setSent] = useState<number | null>(null);
  const [progress, setProgress] = useState("");
  const leaving = useRef<AbortController | null>(null);
  const looked = useMutation({
    mutationFn: async ({ file, period, force }: Sending): Promise<PreviewAnswer> => {
      leaving.current?.abort();
      leaving.current = new AbortController();
      const { signal } = leaving.current;
      setSent(0);
      const told = newImportId();
      setProgress(told);
      const query = new URLSearchParams({
        ...{ kind: id, period, name: file.name, progress: told },
        ...(force ? { force: "true" } : {}),
      });
      const address = `/api/office/${place.root}/previews?${query}`;
      const onSent = (part: number) => (signal.aborted ? undefined : setSent(part));
      return (await answeredPlain(sendFile(address, file.bytes, onSent, signal))).json();
    },
    onSettled: () => setSent(null),
  });
  const { error } = looked;
  return {
    sent: looked.isPending ? sent : null,
    id: progress,
    trouble: error === null ? null : error instanceof OfficeTrouble ? error : new OfficeTrouble(0, "出错了，请再试一次。", []),
    preview: looked.data ?? null,
    send: (sending: Sending) => looked.mutate(sending),
    reset: () => {
      leaving.current?.abort();
      looked.reset();
    },
  };
}

/** Only the account's own imports are told by it. */
const newImportId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
