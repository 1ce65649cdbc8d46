/** Whoever is signed in gives the password once more before it, or the second factor, is changed: a browser left open must not be enough. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { OfficeParts } from "../office/office-parts.ts";
import { busy, type Refusal } from "../office/refusal.ts";
import { checkPassword } from "./check-password.ts";
import type { Caller } from "./who-calls.ts";

/** Wrong ones count as they do at sign-in. */
export async function proveAgain(
  parts: OfficeParts,
  person: Caller,
  password: string,
  now: Date,
): Promise<Outcome<undefined, Refusal>> {
  const checked = await checkPassword(parts, person.tenant, { account: person.account }, password, now);
  if (checked.kind === "right") return ok(undefined);
  switch (checked.why) {
    case "busy":
      return fail(busy);
    case "locked":
      return fail({ status: 423, error: "连续输错多次，账号已锁定，请过一会儿再试，或请安全管理员解除锁定。" });
    case "expired":
      return fail({ status: 403, error: "一次性口令已过期，请联系系统管理员重新开立。" });
    default:
      return fail({
        status: 422,
        error: "现在的口令不正确。从统一身份登录的账号没有口令，在那边修改。",
      });
  }
}
