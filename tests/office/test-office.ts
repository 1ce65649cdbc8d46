/** An office for tests: the real server over a real database with two counties, and persons in every role, signed in or about to be. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { digest, newToken } from "../../apps/server/src/access/token.ts";
import { buildApp } from "../../apps/server/src/build-app.ts";
import { type OpenOffice, openOffice } from "../../apps/server/src/office/open-office.ts";
import type { RoleId, Side } from "../../packages/casework/src/index.ts";
import { ROLES } from "../../packages/casework/src/index.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import {
  account,
  appointment,
  createTenant,
  credential,
  enterprise,
  migrate,
  newId,
  session,
  type Tx,
} from "../../packages/store/src/index.ts";
import { createTestDatabase } from "../database/test-postgres.ts";

export const MIGRATIONS = join(import.meta.dirname, "..", "..", "packages", "store", "migrations");
export const COUNTY = "350582";
/** A second county in the same database: nothing of it may ever be seen from the first. */
export const OTHER_COUNTY = "350583";
export const OTHER_HOST = "nanan.example";

export interface Bound {
  readonly unit?: string;
  readonly territory?: string;
  readonly county?: string;
}

/** Sends requests as one person (or nobody), the way the office's own pages do. */
export type Client = (request: Omit<InjectOptions, "url"> & { readonly url: string }) => Promise<LightMyRequestResponse>;

export interface TestPerson {
  readonly account: string;
  readonly client: Client;
  readonly cookie: string;
}

export interface TestOffice {
  readonly app: FastifyInstance;
  readonly office: OpenOffice;
  readonly url: string;
  /** The clock: what the server takes for now. */
  readonly clock: { now: Date };
  /** Anything in the database, past all rights. */
  readonly asSystem: <T>(work: (tx: Tx) => Promise<T>, county?: string) => Promise<T>;
  readonly addEnterprise: (one: { uscc: string; name: string; territory?: string; county?: string }) => Promise<void>;
  /** An account in a role, signed in with a second factor. */
  readonly person: (role: RoleId, bound?: Bound) => Promise<TestPerson>;
  readonly nobody: Client;
  readonly close: () => Promise<void>;
}

const template = {
  name: "office",
  prepare: async (url: string) => {
    const migrated = await migrate(url, MIGRATIONS);
    if (!migrated.ok) throw new Error(JSON.stringify(migrated.errors));
    await createTenant(url, {
      tenantId: COUNTY,
      name: "晋江市",
      hosts: ["jinjiang.example"],
      territories: ["陈埭镇", "安海镇"],
      demonstration: false,
    });
    await createTenant(url, {
      tenantId: OTHER_COUNTY,
      name: "南安市",
      hosts: [OTHER_HOST],
      territories: ["水头镇"],
      demonstration: false,
    });
  },
};

export interface TestOptions {
  /** Identity providers, as in their file. */
  readonly providers?: readonly unknown[];
  /** Compiled ones that stand on the shelf; none where a test doesn't need them. */
  readonly policies?: readonly Policy[];
}

/** Hashes of passwords that cost next to nothing: tests make many. */
const CHEAP = { log2N: 4, r: 8, p: 1 };

export async function openTestOffice({ providers, policies = [] }: TestOptions = {}): Promise<TestOffice> {
  const database = await createTestDatabase(template);
  const data = mkdtempSync(join(tmpdir(), "zhengdui-office-"));
  const clock = { now: new Date("2026-11-25T02:00:00Z") };
  if (providers !== undefined) writeFileSync(join(data, "identity-providers.json"), JSON.stringify(providers));
  const opened = await openOffice({
    ...{
      url: database.url,
      data,
      migrations: MIGRATIONS,
      tenant: COUNTY,
      callsInside: true,
      mails: true,
      now: () => clock.now,
      passwordCost: CHEAP,
    },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  const office = opened.value;
  const built = await buildApp({
    shelf: { policies: policies.map((policy) => ({ policy })), examples: [] } as never,
    web: data,
    office: office.parts,
  });
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  const app = built.value;
  const asSystem: TestOffice["asSystem"] = (work, county = COUNTY) =>
    office.parts.store.within({ tenant: county, account: null, reach: "system" }, work);
  return {
    app,
    office,
    url: database.url,
    clock,
    asSystem,
    addEnterprise: ({ uscc, name, territory, county }) =>
      asSystem(async (tx) => {
        await tx.insert(enterprise).values({ uscc, name, territory: territory ?? null, knownAt: clock.now });
      }, county),
    person: (role, bound = {}) => makePerson(app, asSystem, clock.now, role, bound),
    nobody: clientOf(app, null, "localhost"),
    close: async () => {
      await app.close();
      await office.close();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function makePerson(
  app: FastifyInstance,
  asSystem: TestOffice["asSystem"],
  now: Date,
  role: RoleId,
  { unit, territory, county = COUNTY }: Bound,
): Promise<TestPerson> {
  const id = newId(now);
  const token = newToken();
  const side: Side = ROLES[role].side;
  await asSystem(async (tx) => {
    await tx
      .insert(account)
      .values({ id, side, login: `${role}-${id.slice(-12)}`, name: `示例${ROLES[role].label}`, createdAt: now });
    await tx.insert(credential).values({ accountId: id });
    await tx.insert(appointment).values({
      id: newId(now),
      accountId: id,
      role,
      uscc: unit ?? null,
      territory: territory ?? null,
      validFrom: "2020-01-01",
      grantedBy: "test",
      grantedAt: now,
      confirmedBy: "test",
      confirmedAt: now,
    });
    await tx.insert(session).values({
      tokenHash: digest(token),
      accountId: id,
      begunAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + 8 * 3_600_000),
      factors: ["password", "totp"],
    });
  }, county);
  const cookie = `zhengdui-session=${token}`;
  return { account: id, cookie, client: clientOf(app, cookie, county === OTHER_COUNTY ? OTHER_HOST : "localhost") };
}

function clientOf(app: FastifyInstance, cookie: string | null, host: string): Client {
  return (request) =>
    app.inject({
      ...request,
      headers: {
        host,
        origin: `http://${host}`,
        "sec-fetch-site": "same-origin",
        ...(cookie === null ? {} : { cookie }),
        ...request.headers,
      },
    });
}
