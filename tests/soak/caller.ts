/** Requests as one person (a session) or one program (a key) from one address; every answer that isn't what was asked for is held against what may happen while things are killed. */

/** What a request came to, where it wasn't done: whether it was, nobody knows. The writer begins anew. */
export class NotDone extends Error {}

export interface Caller {
  /** The answer's JSON; `NotDone` where the office was away. */
  readonly call: <T>(method: "GET" | "POST" | "PUT", path: string, body?: object | Uploaded) => Promise<T>;
  /** The bytes of a file. */
  readonly bytes: (path: string) => Promise<Buffer>;
}

export interface Uploaded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** How a caller is known: a session's cookie or a key. */
export type Proof = { readonly cookie: string } | { readonly key: string };

export interface Troubles {
  /** By what was said, or by how the connection ended: what may happen while the database or the server is away. */
  readonly away: Map<string, number>;
  /** What may not happen at all: an answer that says nothing, a refusal of what is right, a request that is never answered. */
  readonly wrong: string[];
  longestMs: number;
}

export const noTroubles = (): Troubles => ({ away: new Map(), wrong: [], longestMs: 0 });

/** Longer than anything that the office waits for. */
const HANGS_MS = 30_000;
const MOST_WRONG_SIZE = 50;

export function createCaller(url: string, proof: Proof, address: () => string, troubles: Troubles): Caller {
  const ask = async (method: string, path: string, body?: object | Uploaded): Promise<Response> => {
    const begun = performance.now();
    try {
      const answer = await fetch(`${url}/api/office${path}`, {
        method,
        headers: { ...headersOf(url, proof), "x-forwarded-for": address(), ...typeOf(body) },
        signal: AbortSignal.timeout(HANGS_MS),
        ...(body === undefined ? {} : { body: isUploaded(body) ? body.bytes : JSON.stringify(body) }),
      });
      if (answer.ok) return answer;
      throw await refused(answer, `${method} ${path}`, troubles);
    } catch (error) {
      if (error instanceof NotDone) throw error;
      throw cut(error, `${method} ${path}`, troubles);
    } finally {
      troubles.longestMs = Math.max(troubles.longestMs, performance.now() - begun);
    }
  };
  const whole = async <T>(answer: Response, read: (answer: Response) => Promise<T>): Promise<T> =>
    read(answer).catch((error: unknown) => {
      throw cut(error, answer.url, troubles);
    });
  return {
    call: async <T>(method: "GET" | "POST" | "PUT", path: string, body?: object | Uploaded) =>
      whole(await ask(method, path, body), (answer) => answer.json() as Promise<T>),
    bytes: async (path) => whole(await ask("GET", path), async (answer) => Buffer.from(await answer.arrayBuffer())),
  };
}

const isUploaded = (body: object): body is Uploaded => "bytes" in body && body.bytes instanceof Uint8Array;

function typeOf(body: object | Uploaded | undefined): Record<string, string> {
  if (body === undefined) return {};
  return { "content-type": isUploaded(body) ? body.type : "application/json" };
}

const headersOf = (url: string, proof: Proof): Record<string, string> =>
  "key" in proof
    ? { authorization: `Bearer ${proof.key}` }
    : { cookie: proof.cookie, origin: url, "sec-fetch-site": "same-origin" };

/** While the database is away: 503 and a sentence. Everything else is wrong: these writers ask only for what is right. */
async function refused(answer: Response, asked: string, troubles: Troubles): Promise<NotDone> {
  const text = await answer.text().catch(() => "");
  const said = sentenceOf(text);
  if (answer.status === 503 && said !== null) count(troubles.away, `503 ${said}`);
  else if (troubles.wrong.length < MOST_WRONG_SIZE) troubles.wrong.push(`${asked}: ${answer.status} ${text.slice(0, 300)}`);
  return new NotDone(`${asked}: ${answer.status} ${text}`);
}

function sentenceOf(text: string): string | null {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === "string" && /。$/.test(error) ? error : null;
  } catch {
    return null;
  }
}

function cut(error: unknown, asked: string, troubles: Troubles): NotDone {
  const [name, cause] = error instanceof Error ? [error.name, error.cause] : ["", null];
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : name;
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(code)) count(troubles.away, `connection ${code}`);
  else if (troubles.wrong.length < MOST_WRONG_SIZE) troubles.wrong.push(`${asked}: ${code} ${String(error)} ${String(cause)}`);
  return new NotDone(`${asked}: ${code}`);
}

const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
