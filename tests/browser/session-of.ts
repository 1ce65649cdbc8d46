/** A person's session as a browser holds it: for a page that is open already, or for one that opens with it. */
import type { TestPerson } from "../office/test-office.ts";

export function sessionOf({ cookie }: Pick<TestPerson, "cookie">) {
  const [name = "", value = ""] = cookie.split("=");
  return { name, value, domain: "localhost", path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
}

export const signedIn = (person: Pick<TestPerson, "cookie">) => ({ storageState: { cookies: [sessionOf(person)], origins: [] } });
