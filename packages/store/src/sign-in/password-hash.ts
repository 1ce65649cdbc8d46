/**
 * Passwords as scrypt hashes that carry their own cost, computed off the main thread, a few at a time: each takes memory and a core, and a flood of sign-ins must
 * not take all of them.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { foldPassword } from "@zhengdui/casework";

export interface PasswordCost {
  /** N = 2^log2N. */
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's cheat sheet on password storage names this among its minimum settings: 32 MiB a hash, three passes. */
export const PASSWORD_COST: PasswordCost = { log2N: 15, r: 8, p: 3 };

const HASH_BYTES = 32;
const atOnceSize = 2;
const waitingSize = 200;

/** `scrypt$ln=15,r=8,p=3$salt$hash`, the last two in base64url. null: too many are waiting. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string | null> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  if (hash === null) return null;
  const { log2N, r, p } = cost;
  return ["scrypt", `ln=${log2N},r=${r},p=${p}`, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

export type Verdict = "right" | "wrong" | "busy";

/** With no hash to compare it takes the same time and is wrong. */
export async function verifyPassword(password: string, stored: string | null, usual: PasswordCost): Promise<Verdict> {
  const known = parse(stored ?? "");
  const { cost, salt, hash } = known ?? { cost: usual, salt: Buffer.alloc(16), hash: Buffer.alloc(HASH_BYTES) };
  const found = await derive(password, salt, cost);
  if (found === null) return "busy";
  const isSame = timingSafeEqual(found, hash);
  return known !== null && isSame ? "right" : "wrong";
}

/** A hash of an older, lower cost is made anew at the next right password. */
export function isOutdated(stored: string, usual: PasswordCost): boolean {
  const cost = parse(stored)?.cost;
  return cost === undefined || cost.log2N !== usual.log2N || cost.r !== usual.r || cost.p !== usual.p;
}

function parse(stored: string): { readonly cost: PasswordCost; readonly salt: Buffer; readonly hash: Buffer } | null {
  const found = /^scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/.exec(stored);
  if (found === null) return null;
  const [, log2N, r, p, salt = "", hash = ""] = found;
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: Buffer.from(hash, "base64url"),
  };
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, { log2N, r, p }: PasswordCost): Promise<Buffer | null> {
  if (running >= atOnceSize) {
    if (waiting.length >= waitingSize) return null;
    await new Promise<void>((go) => waiting.push(go));
  } else running++;
  const N = 2 ** log2N;
  try {
    return await scrypted(foldPassword(password), salt, { N, r, p, maxmem: 256 * N * r });
  } finally {
    // The place is handed on, or given back.
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

const scrypted = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password, salt, HASH_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error))),
  );
