/** The workshop's calls to the server. Apart from server.ts, so that the public page doesn't carry them. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type {
  WorkshopCheck,
  WorkshopContents,
  WorkshopDocument,
  WorkshopDocuments,
  WorkshopEntry,
  WorkshopSave,
} from "@zhengdui/contract";
import { paths } from "./paths.ts";

export type Shelf = "published" | "drafts";
type Address = Pick<WorkshopEntry, "policy" | "version">;

export const loadContents = (): Promise<Outcome<WorkshopContents, string>> => ask("GET", paths.workshop);

export const loadDocuments = (shelf: Shelf, { policy, version }: Address): Promise<Outcome<WorkshopDocuments, string>> =>
  ask("GET", paths.workshopPolicy(shelf, policy, version));

export const saveDraft = ({ policy, version }: Address, save: WorkshopSave): Promise<Outcome<{ revision: string }, string>> =>
  ask("PUT", paths.workshopPolicy("drafts", policy, version), save);

export const checkDocuments = (documents: readonly WorkshopDocument[]): Promise<Outcome<WorkshopCheck, string>> =>
  ask("POST", paths.workshopCheck, { documents });

export const beginPolicy = (wish: WorkshopEntry): Promise<Outcome<Pick<WorkshopDocuments, "documents">, string>> =>
  ask("POST", paths.workshopNew, wish);

async function ask<T>(method: string, address: string, body?: unknown): Promise<Outcome<T, string>> {
  try {
    const response = await fetch(address, {
      method,
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { error?: string };
    return response.ok ? ok(answer) : fail(answer.error ?? `服务器答复 ${response.status}。`);
  } catch {
    return fail("连不上服务器，请看它是否还在运行。");
  }
}
