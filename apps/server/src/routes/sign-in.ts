/** The ways in and out: what is offered, login and password, the code, registering as an applicant, signing out. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { faultOfLogin, foldLogin, type SignInStep, weaknessOfPassword } from "@zhengdui/casework";
import {
  createAccount,
  forgetFailures,
  halfSessionOf,
  hashPassword,
  insertDevice,
  isTrusted,
  lockCredential,
  newId,
  type Proven,
  type Tx,
} from "@zhengdui/store";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { agentOf, beginSession, signOut } from "../access/begin-session.ts";
import { checkCode } from "../access/check-code.ts";
import { checkPassword, costOf, countWrong, isLocked, type WhyWrong } from "../access/check-password.ts";
import { readCookie, setCookie } from "../access/cookies.ts";
import { type Entering, entryRoute } from "../access/entry-route.ts";
import { digest, newToken } from "../access/token.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { busy, type Refusal } from "../office/refusal.ts";
import { tellOfAccount } from "../office/tell-of-account.ts";

const stepAnswer = z.object({
  /** What is still to be done; null: signed in. */
  next: z.enum(["totp", "password", "enrol"]).nullable(),
});
type Answer = z.input<typeof stepAnswer>;

/** Long enough for a sentence; what is longer is no password but a load. */
const password = z.string().min(1).max(512);
const login = z.string().min(1).max(128);

const DEVICE_DAYS = 30;
const DAY_SECONDS = 86_400;
const MINUTE_MS = 60_000;

export function signInRoutes(app: FastifyInstance, parts: OfficeParts): void {
  entryRoute(app, parts, {
    method: "POST",
    path: "/sign-in",
    name: "sign-in.password",
    summary: "用登录名和口令登录",
    perMinute: 30,
    body: z.strictObject({ login, password }),
    answer: stepAnswer,
    handle: (entering) => withPassword(parts, entering),
  });
  entryRoute(app, parts, {
    method: "POST",
    path: "/sign-in/totp",
    name: "sign-in.totp",
    summary: "口令之后：动态口令，或一次性的恢复码",
    perMinute: 20,
    body: z.strictObject({ code: z.string().min(1).max(64), trust: z.boolean().optional() }),
    answer: stepAnswer,
    handle: (entering) => withCode(parts, entering),
  });
  entryRoute(app, parts, {
    method: "POST",
    path: "/sign-out",
    name: "sign-out",
    summary: "退出登录",
    perMinute: 60,
    answer: z.object({ done: z.literal(true) }),
    handle: async ({ asSystem, request, reply, now, note }) => {
      note({ account: await asSystem((tx) => signOut(tx, request, reply, now)) });
      return ok({ done: true as const });
    },
  });
  entryRoute(app, parts, {
    method: "POST",
    path: "/register",
    name: "register",
    summary: "申报单位的人员自行注册",
    perMinute: 6,
    body: z.strictObject({ name: personName, phone: phone.optional(), login, password }),
    answer: stepAnswer,
    handle: (entering) => register(parts, entering),
  });
}

const personName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^\P{C}+$/u, "姓名里有看不见的字符");
const phone = z.string().regex(/^\+?[\d -]{6,20}$/, "电话只用数字、空格和 -");

async function withPassword(
  parts: OfficeParts,
  entering: Entering<unknown, unknown, { login: string; password: string }>,
): Promise<Outcome<Answer, Refusal>> {
  const { county, body, now, note, asSystem } = entering;
  const brought = readCookie(entering.request, "device");
  const device = brought === null ? null : digest(brought);
  const checked = await checkPassword(parts, county, { login: foldLogin(body.login) }, body.password, now, device);
  if (checked.kind === "wrong") {
    note({ account: checked.account, detail: { why: checked.why } });
    return fail(refusalOf(checked.why));
  }
  const { proven } = checked;
  note({ account: proven.account.id });
  const next = await asSystem(async (tx) => {
    const trusted = device !== null && (await isTrusted(tx, proven.account.id, device, now));
    return comeIn(tx, proven, trusted ? ["password", "device"] : ["password"], entering);
  });
  note({ detail: { next } });
  return ok({ next });
}

/**
 * One sentence for all that isn't right: it doesn't tell who has an account, nor a guesser that the password was right while the account is locked. What is
 * expired can't be used any more, and only who knows it is told.
 */
function refusalOf(why: WhyWrong): Refusal {
  if (why === "busy") return busy;
  if (why === "expired") return { status: 403, error: "一次性口令已过期，请联系系统管理员重新开立。" };
  return {
    status: 401,
    error: "登录名或口令不正确。连续输错几次后，账号会锁定 1 分钟至 1 小时，其间正确的口令也不能登录；忘记口令请联系系统管理员。",
  };
}

/** Counts begin anew only once nothing is left to be guessed. */
async function comeIn(
  tx: Tx,
  proven: Proven,
  factors: readonly string[],
  { now, request, reply }: { readonly now: Date; readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<SignInStep | null> {
  const next = await beginSession(tx, { proven, factors, now, request, reply });
  if (next !== "totp") await forgetFailures(tx, proven.account.id);
  return next;
}

const againFromStart: Refusal = { status: 401, error: "请从登录名和口令重新开始。" };

async function withCode(
  parts: OfficeParts,
  entering: Entering<unknown, unknown, { code: string; trust?: boolean | undefined }>,
): Promise<Outcome<Answer, Refusal>> {
  const { now, asSystem, request, body, note } = entering;
  const cookie = readCookie(request, "session");
  if (cookie === null) return fail(againFromStart);
  return asSystem(async (tx) => {
    const half = await halfSessionOf(tx, digest(cookie), now);
    const proven = half === null ? null : await lockCredential(tx, half.accountId);
    if (proven === null || proven.account.status !== "active") return fail(againFromStart);
    // Another request may have used this half while this one waited for the lock.
    if ((await halfSessionOf(tx, digest(cookie), now)) === null) return fail(againFromStart);
    note({ account: proven.account.id });
    if (isLocked(proven, now)) {
      note({ detail: { why: "locked" } });
      return fail(lockedRefusal(proven.credential.lockedUntil, now));
    }
    const verdict = await checkCode(parts, tx, proven, body.code, now);
    if (verdict !== "totp" && verdict !== "recovery") {
      note({ detail: { why: verdict } });
      if (verdict === "unreadable") return fail(unreadable);
      const until = await countWrong(tx, proven, now);
      return fail(until === null ? wrongCode(verdict) : lockedRefusal(until, now));
    }
    const next = await comeIn(tx, proven, ["password", verdict], entering);
    if (body.trust === true) await trustDevice(tx, proven.account.id, entering);
    note({ detail: { by: verdict, trust: body.trust === true, next } });
    return ok({ next });
  });
}

const wrongCode = (verdict: "wrong" | "replayed"): Refusal => ({
  status: 401,
  error: verdict === "replayed" ? "这个动态口令已经用过，请等下一个。" : "动态口令或恢复码不正确；请核对手机的时间是否准确。",
});

const unreadable: Refusal = {
  status: 423,
  error: "服务器读不出这个账号的动态口令，请联系安全管理员重置。",
};

export function lockedRefusal(until: Date | null, now: Date): Refusal {
  const minutes = Math.max(1, Math.ceil(((until?.getTime() ?? 0) - now.getTime()) / MINUTE_MS));
  return { status: 423, error: `连续输错多次，账号已锁定，请 ${minutes} 分钟后再试，或请安全管理员解除锁定。` };
}

async function trustDevice(
  tx: Tx,
  accountId: string,
  { now, request, reply }: { readonly now: Date; readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<void> {
  const token = newToken();
  const seconds = DEVICE_DAYS * DAY_SECONDS;
  await insertDevice(tx, {
    tokenHash: digest(token),
    accountId,
    name: agentOf(request) || "未知设备",
    trustedAt: now,
    expiresAt: new Date(now.getTime() + seconds * 1000),
  });
  await tellOfAccount(tx, accountId, "device-trusted", now);
  setCookie(request, reply, "device", token, seconds);
}

interface Registration {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly login: string;
  readonly password: string;
}

async function register(
  parts: OfficeParts,
  entering: Entering<unknown, unknown, Registration>,
): Promise<Outcome<Answer, Refusal>> {
  const { body, now, asSystem, note } = entering;
  const wanted = foldLogin(body.login);
  const problems = faultsOfRegistration(wanted, body);
  if (problems.length > 0) return fail({ status: 422, error: "填写的内容有误，请按提示改正。", problems });
  const passwordHash = await hashPassword(body.password, costOf(parts));
  if (passwordHash === null) return fail(busy);
  const id = newId(now);
  return asSystem(async (tx) => {
    const person = { id, side: "applicant" as const, login: wanted, name: body.name, phone: body.phone ?? null, createdAt: now };
    if (!(await createAccount(tx, person, { passwordHash, passwordChangedAt: now }))) return fail(loginTaken);
    const proven = await lockCredential(tx, id);
    if (proven === null) return fail(againFromStart);
    note({ account: id });
    return ok({ next: await comeIn(tx, proven, ["password"], entering) });
  });
}

const loginTaken: Refusal = {
  status: 409,
  error: "这个登录名已有人使用，请换一个。",
  problems: [{ path: "login", problem: "已有人使用", expected: "换一个登录名" }],
};

function faultsOfRegistration(wanted: string, { name, password }: Registration): Problem[] {
  const login = faultOfLogin(wanted);
  const weakness = weaknessOfPassword(password, { login: wanted, name });
  return [
    ...(login === null ? [] : [{ path: "login", problem: login, expected: "换一个登录名" }]),
    ...(weakness === null ? [] : [{ path: "password", problem: weakness, expected: "换一个口令" }]),
  ];
}
