/** A real OpenID provider on loopback, with invented persons, and a browser that signs in there. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export interface IdentityProvider {
  readonly issuer: string;
  /** Claims by person; changed by the test. */
  readonly persons: Map<string, Readonly<Record<string, unknown>>>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Follows the address that the office sent the browser to, signs in as a person (or gives up), and gives the address to which it is sent back. */
  readonly visit: (location: string, person: string | null) => Promise<string>;
}

export const CLIENT = { clientId: "zhengdui", clientSecret: "a-secret-for-tests-on-this-machine-alone" };

/** A port is kept, so that a provider may be down first and come up later under the same name. */
export async function makeIdentityProvider(callbacks: readonly string[]): Promise<IdentityProvider> {
  let server: Server | null = null;
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const persons: IdentityProvider["persons"] = new Map();
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [...callbacks] }],
    claims: { openid: ["sub"], profile: ["name"], unit: ["unit_code", "unit_name", "unit_capacity"] },
    cookies: { keys: ["for tests alone"] },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...persons.get(id) }) }),
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile unit");
      await grant.save();
      return grant;
    },
  });
  return {
    issuer,
    persons,
    start: () =>
      new Promise((done) => {
        server = createServer(provider.callback()).listen(port, "127.0.0.1", () => done());
      }),
    stop: () =>
      new Promise((done) => {
        if (server === null) return done();
        server.closeAllConnections();
        server.close(() => done());
        server = null;
      }),
    visit: (location, person) => visit(issuer, location, person),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function visit(issuer: string, location: string, person: string | null): Promise<string> {
  const jar = new Map<string, string>();
  let at = location;
  for (let hops = 0; hops < 10; hops++) {
    if (!at.startsWith(issuer)) return at;
    const answer = await ask(jar, at, undefined);
    const next = answer.headers.get("location");
    if (next !== null) {
      at = new URL(next, at).href;
      continue;
    }
    const page = await answer.text();
    if (!at.includes("/interaction/")) throw new Error(`${answer.status} ${page}`);
    const done = await (person === null
      ? ask(jar, `${at}/abort`, undefined)
      : ask(jar, at, new URLSearchParams({ prompt: "login", login: person, password: "any" })));
    at = new URL(done.headers.get("location") ?? "", at).href;
  }
  throw new Error("the provider sends in circles");
}

async function ask(jar: Map<string, string>, address: string, body: URLSearchParams | undefined): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(address, {
    redirect: "manual",
    headers: { cookie },
    ...(body === undefined ? {} : { method: "POST", body }),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "") jar.delete(name);
    else jar.set(name, value);
  }
  return answer;
}
