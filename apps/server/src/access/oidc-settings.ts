/** Identity providers, from a file: who they are, how this office is known to them, and what their claims are called. */
import { existsSync, readFileSync } from "node:fs";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { z } from "zod";

const word = z.string().min(1).max(200);

const settings = z
  .strictObject({
    /** Stands in the address: /api/office/sign-in/oidc/ID. */
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, "只用小写字母、数字和 -"),
    /** On the button. */
    label: word,
    issuer: z.url(),
    clientId: word,
    /** The secret, or the name of the environment's variable that holds it. */
    clientSecret: word.optional(),
    clientSecretEnv: word.optional(),
    scope: z.string().default("openid profile"),
    /** The county for which it is; all where it isn't given. */
    tenant: word.optional(),
    /** Where browsers find this server, where it isn't what they say (behind a proxy): "https://zhengdui.example". */
    address: z.url().optional(),
    claims: z.strictObject({
      person: word.default("sub"),
      name: word.default("name"),
      unitCode: word.default("unit_code"),
      unitName: word.default("unit_name"),
      capacity: word.default("unit_capacity"),
      legalRepresentative: z.array(word).default(["legal-representative"]),
      handler: z.array(word).default(["handler"]),
    }),
  })
  .refine(({ clientSecret, clientSecretEnv }) => clientSecret !== undefined || clientSecretEnv !== undefined, {
    message: "要有 clientSecret 或 clientSecretEnv",
  });

export type OidcSettings = Omit<z.output<typeof settings>, "clientSecretEnv" | "clientSecret"> & {
  readonly clientSecret: string;
};

/** None where there is no such file. */
export function readOidcSettings(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<readonly OidcSettings[], Problem> {
  if (!existsSync(file)) return ok([]);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return fail({ path: file, problem: `不能读取（${said}）`, expected: "一个 JSON 数组，每个身份提供方一项" });
  }
  const read = z.array(settings).safeParse(content);
  if (!read.success)
    return fail(
      ...read.error.issues.map(({ path, message }) => ({
        path: `${file}${path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("")}`,
        problem: message,
        expected: "见 docs/operators.md 的“统一身份登录”",
      })),
    );
  const problems: Problem[] = [];
  const all = read.data.map(({ clientSecret, clientSecretEnv, ...rest }): OidcSettings => {
    const secret = clientSecret ?? environment[clientSecretEnv ?? ""] ?? "";
    if (secret === "")
      problems.push({ path: clientSecretEnv ?? file, problem: `没有${rest.label}的密钥`, expected: "请设定这个环境变量" });
    return { ...rest, clientSecret: secret };
  });
  return problems.length > 0 ? { ok: false, errors: problems } : ok(all);
}
