/** The workshop's calls to the server. Apart from server.ts, so that the public page doesn't carry them. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type {
  StudyEvent,
  StudyKind,
  WorkshopCheck,
  WorkshopContents,
  WorkshopDocument,
  WorkshopDocuments,
  WorkshopEntry,
  WorkshopSave,
} from "@zhengdui/contract";
import { workshopPaths } from "./workshop-paths.ts";

export type Shelf = "published" | "drafts";
export type Address = Pick<WorkshopEntry, "policy" | "version">;

/** `status`: 0 where the server couldn't be reached. */
export interface Refusal {
  readonly status: number;
  readonly why: string;
}

export const loadContents = (): Promise<Outcome<WorkshopContents, Refusal>> => ask("GET", workshopPaths.contents);

export const loadDocuments = (shelf: Shelf, { policy, version }: Address): Promise<Outcome<WorkshopDocuments, Refusal>> =>
  ask("GET", workshopPaths.documents(shelf, policy, version));

/** Refused with 409 where the draft on disk isn't the one that was begun from. */
export const saveDraft = ({ policy, version }: Address, save: WorkshopSave): Promise<Outcome<{ revision: string }, Refusal>> =>
  ask("PUT", workshopPaths.documents("drafts", policy, version), save);

export const renameDraft = ({ policy, version }: Address, to: Address): Promise<Outcome<Address, Refusal>> =>
  ask("POST", workshopPaths.rename(policy, version), to);

export const removeDraft = ({ policy, version }: Address): Promise<Outcome<{ key: string }, Refusal>> =>
  ask("DELETE", workshopPaths.documents("drafts", policy, version));

export const restoreDraft = (key: string): Promise<Outcome<Address, Refusal>> => ask("POST", workshopPaths.restore, { key });

export const checkDocuments = (documents: readonly WorkshopDocument[]): Promise<Outcome<WorkshopCheck, Refusal>> =>
  ask("POST", workshopPaths.check, { documents });

export const beginPolicy = (wish: WorkshopEntry): Promise<Outcome<Pick<WorkshopDocuments, "documents">, Refusal>> =>
  ask("POST", workshopPaths.begin, wish);

/** Tells each event as it comes. Aborting ends the work on the server. */
export async function studyDocuments(
  kind: StudyKind,
  documents: readonly WorkshopDocument[],
  signal: AbortSignal,
  tell: (event: StudyEvent) => void,
): Promise<Outcome<null, Refusal>> {
  try {
    const response = await send("POST", workshopPaths.study(kind), { documents }, signal);
    if (!response.ok || response.body === null) return fail(await refusalOf(response));
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line !== "") tell(JSON.parse(line) as StudyEvent);
      if (done) return ok(null);
    }
  } catch {
    return fail(signal.aborted ? { status: 0, why: "已停下。" } : UNREACHABLE);
  }
}

async function ask<T>(method: string, address: string, body?: unknown): Promise<Outcome<T, Refusal>> {
  try {
    const response = await send(method, address, body);
    return response.ok ? ok((await response.json()) as T) : fail(await refusalOf(response));
  } catch {
    return fail(UNREACHABLE);
  }
}

const UNREACHABLE: Refusal = { status: 0, why: "连不上服务器，请看它是否还在运行。" };

const send = (method: string, address: string, body?: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(address, {
    method,
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });

async function refusalOf(response: Response): Promise<Refusal> {
  const { status } = response;
  if (status === 413) return { status, why: "这份政策超过 4 MB，工坊接不下。" };
  const answer = (await response.json().catch(() => ({}))) as { error?: string };
  return { status, why: answer.error ?? `服务器答复 ${status}。` };
}

export const whyOf = (errors: readonly Refusal[]): string => errors.map(({ why }) => why).join("");
