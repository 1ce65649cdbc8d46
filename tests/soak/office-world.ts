/** The eight clients of the office that is killed: signed in once, as persons of the demonstration or by a key, for all crashes to come. */
import { setTimeout as pause } from "node:timers/promises";
import { type Caller, createCaller, NotDone, type Troubles } from "./caller.ts";
import type { Deed, Note, Writer } from "./deeds.ts";
import { accountWriter, type Unit } from "./writers/account-writer.ts";
import { consultationWriter } from "./writers/consultation-writer.ts";
import { enterpriseWriter } from "./writers/enterprise-writer.ts";
import { factWriter } from "./writers/fact-writer.ts";
import { invitationWriter } from "./writers/invitation-writer.ts";
import { packageWriter, saveMapping } from "./writers/package-writer.ts";
import { LEDGER, REGISTER, registerWriter } from "./writers/register-writer.ts";

export interface World {
  /** All that was acknowledged, in its order. */
  readonly deeds: readonly { readonly deed: Deed; readonly writer: Writer }[];
  /** Who may look at every file. */
  readonly reader: Caller;
  /** Runs all writers until they are stopped; resolves once none writes any more. */
  readonly writeOn: () => () => Promise<void>;
  /** While it is shut nobody begins to write: what was written is read again faster than more comes. */
  readonly gate: { isShut: boolean };
}

interface Person {
  readonly account: string;
  readonly roles: readonly { readonly role: string; readonly unit: string | null }[];
}

const REST_MS = 40;
const AWAY_MS = 100;
const KEY_DAYS = 30;
const HOUSE_REQUESTS_SIZE = 400;

export async function openWorld(url: string, callsTo: string, troubles: Troubles): Promise<World> {
  const gate = { isShut: false };
  let callers = 0;
  const callerOf = (proof: Parameters<typeof createCaller>[1]): Caller => {
    const [at, requests] = [++callers, { made: 0 }];
    // Each from machines of its own, and from another one before an allowance is used up.
    const house = () => Math.floor(requests.made++ / HOUSE_REQUESTS_SIZE);
    const address = () => [10, at, ...[house()].flatMap((one) => [one >> 8, one & 255])].join(".");
    return createCaller(url, proof, address, troubles);
  };
  const { persons } = (await (await fetch(`${url}/api/office/demonstration`)).json()) as { persons: Person[] };
  const signedIn = async (role: string): Promise<Caller> => callerOf({ cookie: await signIn(url, persons, role) });
  const [legal, handler, officer, head, finance, admin, security] = [
    await signedIn("legal-representative"),
    await signedIn("handler"),
    await signedIn("case-officer"),
    await signedIn("section-head"),
    await signedIn("finance"),
    await signedIn("system-admin"),
    await signedIn("security-admin"),
  ];
  const events = ["consultation.published", "package.imported"];
  await admin.call("POST", "/webhooks", { name: "示例系统", url: callsTo, events });
  const actions = ["upload.add", "file.supply"];
  const named = {
    name: "示例程序",
    role: "case-officer",
    actions,
    expiresOn: new Date(Date.now() + KEY_DAYS * 86_400_000).toISOString().slice(0, 10),
  };
  const { id, key } = await admin.call<{ id: string; key: string }>("POST", "/keys", named);
  await security.call("POST", `/keys/${id}/confirmation`);
  await saveMapping(officer);
  const { enterprises } = await officer.call<{ enterprises: Unit[] }>("GET", "/enterprises");
  const own = persons.find(({ roles }) => roles.some(({ role }) => role === "legal-representative"))?.roles[0]?.unit ?? "";
  const unit = enterprises.find(({ uscc }) => uscc === own) as Unit;

  const deeds: { deed: Deed; writer: Writer }[] = [];
  const noted = (make: (note: Note) => Writer): Writer => {
    const writer = make((kind, id, detail = {}) => deeds.push({ deed: { kind, id, detail }, writer }));
    return writer;
  };
  const units = enterprises.map(({ uscc }) => uscc);
  const writers = [
    noted((note) => enterpriseWriter(officer, note)),
    noted((note) => factWriter(callerOf({ key }), officer, units, note)),
    noted((note) => accountWriter(legal, finance, unit, note)),
    noted((note) => consultationWriter({ handler, officer, head }, unit.uscc, note)),
    noted((note) => registerWriter(officer, REGISTER, note)),
    noted((note) => registerWriter(finance, LEDGER, note)),
    noted((note) => packageWriter(officer, note)),
    noted((note) => invitationWriter(legal, unit.uscc, note)),
  ];
  return {
    deeds,
    reader: officer,
    writeOn: () => runAll(writers, gate),
    gate,
  };
}

function runAll(writers: readonly Writer[], gate: World["gate"]): () => Promise<void> {
  let stopped = false;
  const running = writers.map(async ({ write }) => {
    while (!stopped) {
      if (gate.isShut) {
        await pause(REST_MS);
        continue;
      }
      const isDone = await write().then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof NotDone)) throw error;
          return false;
        },
      );
      await pause(isDone ? Math.random() * REST_MS : AWAY_MS);
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(running);
  };
}

async function signIn(url: string, persons: readonly Person[], role: string): Promise<string> {
  const person = persons.find(({ roles }) => roles.some((one) => one.role === role));
  const answer = await fetch(`${url}/api/office/demonstration/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ account: person?.account }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (!answer.ok || cookie === undefined) throw new Error(`${role} can't sign in: ${answer.status} ${await answer.text()}`);
  return cookie;
}
