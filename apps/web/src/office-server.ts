/** The only way from the office's pages to the server: typed by its routes, every refusal an `OfficeTrouble` with the server's own sentence. */
import type { OfficePaths } from "@zhengdui/contract";
import createClient from "openapi-fetch";

export interface Trouble {
  readonly path: string;
  readonly problem: string;
  readonly expected: string;
}

export class OfficeTrouble extends Error {
  constructor(
    readonly status: number,
    said: string,
    readonly problems: readonly Trouble[],
  ) {
    super(said);
  }
}

export const server = createClient<OfficePaths>({ baseUrl: window.location.origin });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's data, or an `OfficeTrouble` thrown for the screen's query to catch. */
export async function answered<T>(sent: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await sent;
  } catch {
    throw new OfficeTrouble(0, "连不上服务器，请检查网络后重试。填写的内容还在页面上。", []);
  }
  const { data, error, response } = answer;
  if (response.ok && data !== undefined) return data;
  throw troubleOf(response.status, error);
}

/** For what isn't described as JSON: files and forms with files. */
export async function answeredPlain(sent: Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await sent;
  } catch {
    throw new OfficeTrouble(0, "连不上服务器，请检查网络后重试。填写的内容还在页面上。", []);
  }
  if (response.ok) return response;
  throw troubleOf(response.status, await response.json().catch(() => null));
}

function troubleOf(status: number, body: unknown): OfficeTrouble {
  const said = typeof body === "object" && body !== null && "error" in body && typeof body.error === "string" ? body.error : null;
  const listed =
    typeof body === "object" && body !== null && "problems" in body && Array.isArray(body.problems) ? body.problems : [];
  return new OfficeTrouble(status, said ?? `服务器没有照办（${status}），请稍后再试。`, listed);
}
