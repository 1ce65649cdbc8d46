/** A browser for tests: keeps cookies, sends what the office's own pages send, from an address of its own (limits count by address). */
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import type { TestOffice } from "./test-office.ts";

export interface Browser {
  readonly address: string;
  readonly cookies: Map<string, string>;
  readonly get: (path: string, headers?: InjectOptions["headers"]) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, body?: object, headers?: InjectOptions["headers"]) => Promise<LightMyRequestResponse>;
  readonly send: (request: Omit<InjectOptions, "url"> & { readonly url: string }) => Promise<LightMyRequestResponse>;
}

let browsers = 0;

/** `path` below /api/office. A header that is undefined is left out. */
export function openBrowser({ app }: TestOffice, host = "localhost"): Browser {
  browsers++;
  const address = `10.0.${browsers >> 8}.${browsers & 255}`;
  const cookies = new Map<string, string>();
  const send: Browser["send"] = async ({ url, headers, ...rest }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const said = {
      ...{ host, origin: `http://${host}`, "sec-fetch-site": "same-origin", "user-agent": "示例浏览器" },
      ...(cookie === "" ? {} : { cookie }),
      ...headers,
    };
    const answer = await app.inject({
      ...{ remoteAddress: address, ...rest, url: `/api/office${url}` },
      headers: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    });
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (value === "" || maxAge === 0 || (expires !== undefined && expires.getTime() <= 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    address,
    cookies,
    send,
    get: (url, headers) => send({ method: "GET", url, ...(headers === undefined ? {} : { headers }) }),
    post: (url, payload, headers) =>
      send({
        method: "POST",
        url,
        ...(payload === undefined ? {} : { payload }),
        ...(headers === undefined ? {} : { headers }),
      }),
  };
}
