/** Where a page for reading stands in either language, as a header: search engines want whole addresses, which only a request knows. */
import type { FastifyRequest } from "fastify";

/** `address`: of the page in Chinese, "/policies/"; in English it stands below /en. */
export function alternatesOf({ headers }: Pick<FastifyRequest, "headers">, address: string): { readonly link?: string } {
  const { host = "" } = headers;
  // What isn't the name of a host is no part of an address.
  if (!/^[\w.:[\]-]+$/.test(host)) return {};
  const origin = `${headers["x-forwarded-proto"] === "https" ? "https" : "http"}://${host}`;
  const link = (language: string, path: string) => `<${origin}${path}>; rel="alternate"; hreflang="${language}"`;
  return { link: [link("zh-CN", address), link("en", `/en${address}`)].join(", ") };
}
