/** What secrets rest on: hashes that carry their cost, seals that are bound, codes as the standard has them, settings that are read or refused. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secret } from "otpauth";
import { afterAll, describe, expect, it } from "vitest";
import { readOidcSettings } from "../../apps/server/src/access/oidc-settings.ts";
import { seal, unseal } from "../../apps/server/src/access/seal.ts";
import { stepOfCode } from "../../apps/server/src/access/totp.ts";
import { hashPassword, isOutdated, PASSWORD_COST, verifyPassword } from "../../packages/store/src/index.ts";

const cheap = { log2N: 4, r: 8, p: 1 };

describe("a password's hash", () => {
  it("says its cost, is salted, and knows its password in any width", async () => {
    const [one, other] = [await hashPassword("Heron 白鹭 lake", cheap), await hashPassword("Heron 白鹭 lake", cheap)];
    expect(one).toMatch(/^scrypt\$ln=4,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword("Ｈｅｒｏｎ　白鹭　ｌａｋｅ", one, PASSWORD_COST)).toBe("right");
    expect(await verifyPassword("heron 白鹭 lake", one, PASSWORD_COST)).toBe("wrong");
    expect(await verifyPassword("x", "scrypt$ln=4,r=8,p=1$$", cheap)).toBe("wrong");
    expect([isOutdated(one ?? "", cheap), isOutdated(one ?? "", PASSWORD_COST)]).toEqual([false, true]);
  });

  it("is as strong as OWASP asks: N = 2^15, r = 8, p = 3", () => {
    expect(PASSWORD_COST).toEqual({ log2N: 15, r: 8, p: 3 });
  });

  it("takes as long where there is none", async () => {
    const cost = { log2N: 14, r: 8, p: 1 };
    const stored = await hashPassword("some password", cost);
    const quickest = async (hash: string | null) => {
      const times: number[] = [];
      for (let at = 0; at < 4; at++) {
        const begun = performance.now();
        await verifyPassword("another", hash, cost);
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    const [known, unknown] = [await quickest(stored), await quickest(null)];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  it("lets only so many wait", async () => {
    const verdicts = await Promise.all(Array.from({ length: 260 }, () => verifyPassword("x", null, cheap)));
    expect(verdicts.filter((verdict) => verdict === "busy")).toHaveLength(58);
    expect(await verifyPassword("x", null, cheap)).toBe("wrong");
  });
});

describe("a seal", () => {
  const key = Buffer.alloc(32, 7);
  it("opens for what it was sealed for, and for nothing else", () => {
    const sealed = seal(key, ["totp", "350582", "a"], "秘密");
    expect(sealed).not.toBe(seal(key, ["totp", "350582", "a"], "秘密"));
    expect(unseal(key, ["totp", "350582", "a"], sealed)).toBe("秘密");
    expect(unseal(key, ["totp", "350582", "b"], sealed)).toBeNull();
    expect(unseal(key, ["totp", "350583", "a"], sealed)).toBeNull();
    expect(unseal(Buffer.alloc(32, 8), ["totp", "350582", "a"], sealed)).toBeNull();
    const [version, iv, tag, body = ""] = sealed.split(".");
    const changed = [version, iv, tag, `${body[0] === "A" ? "B" : "A"}${body.slice(1)}`].join(".");
    expect(unseal(key, ["totp", "350582", "a"], changed)).toBeNull();
    expect(unseal(key, ["totp", "350582", "a"], [version, iv, tag?.slice(0, 6), body].join(".")), "a shortened tag").toBeNull();
    expect(unseal(key, ["totp", "350582", "a"], "")).toBeNull();
  });
});

describe("codes", () => {
  // RFC 6238, appendix B (SHA-1): eight digits there, the last six of them here.
  const secret = Secret.fromLatin1("12345678901234567890").base32;
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ])("at %d s it is %s", (seconds, code) => {
    expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
    expect(stepOfCode(secret, code, new Date((seconds + 30) * 1000))).toBe(Math.floor(seconds / 30));
    expect(stepOfCode(secret, code, new Date((seconds + 60) * 1000))).toBeNull();
  });
});

describe("the settings of identity providers", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhengdui-settings-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "identity-providers.json");
  const read = (content: unknown, environment = {}) => {
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    const found = readOidcSettings(file, environment);
    return found.ok ? found.value : found.errors.map(({ path, problem }) => `${path.replace(file, "")}: ${problem}`);
  };
  const one = { id: "city", label: "统一身份认证", issuer: "https://idp.example", clientId: "z", clientSecret: "s", claims: {} };

  it("are none without a file, and complete with one", () => {
    expect(readOidcSettings(join(folder, "none.json"), {})).toEqual({ ok: true, value: [] });
    expect(read([one])).toMatchObject([
      { id: "city", clientSecret: "s", scope: "openid profile", claims: { unitCode: "unit_code" } },
    ]);
    const { clientSecret: _, ...without } = one;
    expect(read([{ ...without, clientSecretEnv: "S" }], { S: "from outside" })).toMatchObject([{ clientSecret: "from outside" }]);
  });

  it.each([
    ["no JSON", "{", /不能读取/],
    ["no secret", [{ ...one, clientSecret: undefined }], /clientSecret/],
    ["an empty variable", [{ ...one, clientSecret: undefined, clientSecretEnv: "S" }], /^S: 没有统一身份认证的密钥/],
    ["an address that is none", [{ ...one, issuer: "idp" }], /\[0\]\.issuer/],
    ["an id that doesn't fit an address", [{ ...one, id: "a/b" }], /\[0\]\.id/],
    ["a key that nobody knows", [{ ...one, secret: "s" }], /secret/],
  ])("tell what is wrong: %s", (_, content, words) => {
    expect(read(content)).toEqual([expect.stringMatching(words)]);
  });
});
