/** A password that an administrator hands over, or a refusal where too many hashes are waiting. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { makeOneTimePassword, type OneTimePassword } from "@zhengdui/store";
import type { OfficeParts } from "../office/office-parts.ts";
import { busy, type Refusal } from "../office/refusal.ts";
import { costOf } from "./check-password.ts";

export async function oneTimePassword(parts: OfficeParts, now: Date): Promise<Outcome<OneTimePassword, Refusal>> {
  const made = await makeOneTimePassword(costOf(parts), now);
  return made === null ? fail(busy) : ok(made);
}
