/** What a log says of a failed statement: where and why, and none of its values. */
import { DrizzleQueryError } from "drizzle-orm";
import { expect, it } from "vitest";
import { loggedError } from "../src/logged-error.ts";

it("keeps the values of a failed statement out of the log", () => {
  const cause = Object.assign(new Error("duplicate key"), {
    ...{ code: "23505", constraint: "account_login", detail: "Key (login)=(示例登录名) already exists." },
  });
  const failed = new DrizzleQueryError(
    "insert into account values ($1, $2)",
    ["scrypt$ln=15", "6222\n    at 021234567890"],
    cause,
  );
  expect(failed.message, "as the library says it").toContain("6222");
  const logged = loggedError(failed);
  expect(JSON.stringify(logged)).not.toMatch(/scrypt|6222|0212|示例登录名/);
  expect(logged).toMatchObject({ message: "Failed query: insert into account values ($1, $2)", cause: { code: "23505" } });
  expect(logged.cause?.constraint).toBe("account_login");
  expect(logged.stack).toContain("logged-error.test.ts");
});
