/** Fills an empty database with an invented office: a county with its towns, enterprises, one person in every role, and some work. A database with any county in it is left alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeCreditCode } from "@zhengdui/basics";
import { ROLES, type RoleId } from "@zhengdui/casework";
import {
  account,
  appointment,
  createTenant,
  credential,
  enterprise,
  newId,
  type Store,
  type Tx,
  tenantsOf,
} from "@zhengdui/store";
import type { RegisterKinds } from "../sheet/load-register-kinds.ts";
import { fillWaiting, type InventedWaiting, paperShelf } from "./fill-waiting.ts";
import { fillWork, type InventedWork, importRegisters } from "./fill-work.ts";

interface County extends InventedWork, InventedWaiting {
  readonly county: { readonly tenantId: string; readonly name: string; readonly territories: string[] };
  /** The first eight characters of every credit code. */
  readonly prefix: string;
  readonly enterprises: readonly {
    readonly code: string;
    readonly name: string;
    readonly territory: string;
    readonly industry: string;
  }[];
  readonly persons: readonly DemonstrationPerson[];
}

interface DemonstrationPerson {
  readonly login: string;
  readonly name: string;
  /** Without: somebody who has registered and represents nobody yet. */
  readonly role?: RoleId;
  readonly territory?: string;
  /** Places in the list of enterprises. */
  readonly unit?: number;
  readonly units?: readonly number[];
}

export interface Demonstrated {
  /** Of county.json, its registers and papers. */
  readonly folder: string;
  /** Where uploaded files are kept. */
  readonly files: string;
  readonly registers: RegisterKinds;
}

/** Whether it was filled. `url`: of the tables' owner. */
export async function fillDemonstration(
  store: Store,
  url: string,
  { folder, files, registers }: Demonstrated,
  now: Date,
): Promise<boolean> {
  if ((await tenantsOf(store)).length > 0) return false;
  // Written with the product, and held by its tests.
  const data = JSON.parse(readFileSync(join(folder, "county.json"), "utf8")) as County;
  const codes = data.enterprises.map(({ code }) => makeCreditCode(data.prefix, code) ?? "");
  return createTenant(url, { ...data.county, hosts: [], demonstration: true }, async (tx) => {
    await tx.insert(enterprise).values(
      data.enterprises.map(({ name, territory, industry }, at) => ({
        uscc: codes[at] ?? "",
        name,
        territory,
        industry,
        knownAt: now,
      })),
    );
    const byLogin = new Map<string, string>();
    for (const person of data.persons) byLogin.set(person.login, await addPerson(tx, person, codes, now));
    await importRegisters(tx, join(folder, "registers"), registers, byLogin.get("officer") ?? "", now);
    const by = (login: string): string => byLogin.get(login) ?? missing(login);
    const workers = { by, codes, addPaper: paperShelf(tx, data, join(folder, "papers"), files), now };
    await fillWork(tx, data, workers);
    await fillWaiting(tx, data, workers);
  });
}

/** The account's id. */
async function addPerson(tx: Tx, person: DemonstrationPerson, codes: readonly string[], now: Date): Promise<string> {
  const id = newId(now);
  const { login, name, role } = person;
  await tx.insert(account).values({ id, side: role === undefined ? "applicant" : ROLES[role].side, login, name, createdAt: now });
  await tx.insert(credential).values({ accountId: id });
  if (role === undefined) return id;
  const units = person.units ?? (person.unit === undefined ? [null] : [person.unit]);
  for (const unit of units)
    await tx.insert(appointment).values({
      id: newId(now),
      accountId: id,
      role,
      uscc: unit === null ? null : (codes[unit] ?? null),
      territory: person.territory ?? null,
      validFrom: "2020-01-01",
      grantedBy: "demonstration",
      grantedAt: now,
      confirmedBy: "demonstration",
      confirmedAt: now,
    });
  return id;
}

/** The product's own file names somebody whom it doesn't bring. */
function missing(login: string): never {
  throw new Error(`demonstration/county.json has no person ${login}`);
}
