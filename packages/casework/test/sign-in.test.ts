/** What sign-in decides, as tables. */
import { makeCreditCode } from "@zhengdui/basics";
import { describe, expect, it } from "vitest";
import {
  appointmentChanges,
  type ClaimNames,
  faultOfLogin,
  foldLogin,
  lockMs,
  nextStep,
  readIdentity,
  returnPath,
  weaknessOfPassword,
} from "../src/index.ts";

describe("a password", () => {
  const owner = { login: "heronlake", name: "示例甲" };
  it.each([
    ["短", /至少/],
    ["a".repeat(300), /最多/],
    ["清晨海边有三只白鹭\u0007heron", /控制字符/],
    ["1385950000012345", /只有数字/],
    ["1985-03-07 1990", /只有数字/],
    ["my heronlake pass", /登录名/],
    ["ekalnoreh and more", /登录名/],
    ["示例甲的口令就是这一句话", /姓名/],
    ["ababababcccc", /不同的字符太少/],
    ["xk7!pqxk7!pqxk7!pq", /重复/],
    ["qwertyuiop12", /顺序/],
    ["1qaz2wsx3edc", /顺序/],
    ["abcdefgh12345678", /顺序/],
    ["mlkjihgfedcba", /顺序/],
    ["Password2026!", /常见的词/],
    ["P@ssw0rd2013!!", /常见的词/],
    ["Admin@jinjiang2026", /常见的词/],
    ["晋江政兑admin2026", /常见的词/],
    ["Welcome_1234_hello", /常见的词/],
  ])("%j is refused", (password, words) => {
    expect(weaknessOfPassword(password, owner)).toMatch(words);
  });
  it.each(["清晨海边有三只白鹭飞过码头", "correct horse battery staple", "vT9#kk2!mQz8", "yoqv-ts5k-2lmf-qzyx"])(
    "%j is taken",
    (password) => {
      expect(weaknessOfPassword(password, owner)).toBeNull();
    },
  );
  it("is the same in full width", () => {
    expect(weaknessOfPassword("Ｐａｓｓｗｏｒｄ２０２６！", owner)).toMatch(/常见的词/);
  });
});

describe("a login", () => {
  it.each([" Someone ", "ＳＯＭＥＯＮＥ", "someone"])("%j is someone", (login) => {
    expect(foldLogin(login)).toBe("someone");
  });
  it.each(["abc", "a:bcd", "a b c d", "-abcd", "a".repeat(65), "经办人甲", "abcd\n"])("%j is none", (login) => {
    expect(faultOfLogin(login)).not.toBeNull();
  });
});

it("locks never shorter than before", () => {
  const times = Array.from({ length: 50 }, (_, failed) => lockMs(failed));
  expect(times.slice(0, 10)).toEqual([0, 0, 0, 0, 0, 1, 5, 15, 60, 60].map((minutes) => minutes * 60_000));
  expect(times.every((ms, at) => ms >= (times[at - 1] ?? 0))).toBe(true);
});

describe("what is still to be done", () => {
  const applicant = { side: "applicant", roles: [], factors: ["password"], hasTotp: false, mustChange: false } as const;
  const staff = { ...applicant, side: "office", roles: ["case-officer"] } as const;
  it.each([
    ["an applicant", applicant, null],
    ["an applicant with a second factor", { ...applicant, hasTotp: true }, "totp"],
    ["an applicant in an office role", { ...applicant, roles: ["town"] }, "enrol"],
    ["staff", staff, "enrol"],
    ["staff without any role yet", { ...staff, roles: [] }, "enrol"],
    ["staff with a second factor", { ...staff, hasTotp: true }, "totp"],
    ["staff with both", { ...staff, hasTotp: true, factors: ["password", "totp"] }, null],
    ["staff by a trusted device", { ...staff, hasTotp: true, factors: ["password", "device"] }, null],
    ["a password for one use", { ...staff, mustChange: true }, "password"],
    ["the code before the new password", { ...staff, mustChange: true, hasTotp: true }, "totp"],
    ["the new password after the code", { ...staff, mustChange: true, hasTotp: true, factors: ["password", "totp"] }, "password"],
    ["a factor that nobody knows", { ...staff, hasTotp: true, factors: ["password", "magic"] }, "totp"],
    ["a demonstration", { ...staff, mustChange: true, factors: ["demonstration"] }, null],
  ] as const)("%s", (_, standing, step) => {
    expect(nextStep(standing)).toBe(step);
  });
});

describe("the way back", () => {
  it.each([
    ["/office/cases?year=2026#x", "/office/cases?year=2026#x"],
    ["/企业", "/%E4%BC%81%E4%B8%9A"],
    [undefined, "/home"],
    ["", "/home"],
    ["office", "/home"],
    ["//elsewhere.example", "/home"],
    ["///elsewhere.example", "/home"],
    ["/\\elsewhere.example", "/home"],
    ["\\\\elsewhere.example", "/home"],
    ["/\t/elsewhere.example", "/home"],
    ["/.//elsewhere.example", "/home"],
    ["/x/..//elsewhere.example", "/home"],
    ["https://elsewhere.example", "/home"],
    ["javascript:alert(1)", "/home"],
    ["/a\r\nset-cookie: x=1", "/home"],
    ["/a\u2028b", "/home"],
    [`/${"a".repeat(600)}`, "/home"],
  ])("%j leads to %s", (wanted, path) => {
    expect(returnPath(wanted, "/home")).toBe(path);
  });
});

describe("an identity provider's word", () => {
  const names: ClaimNames = {
    person: "sub",
    name: "name",
    unitCode: "unit.code",
    unitName: "unit.name",
    capacity: "unit.capacity",
    legalRepresentative: ["1", "法定代表人"],
    handler: ["2"],
  };
  const code = makeCreditCode("91350582", "MA00E001") ?? "";
  const unit = { code, name: "示例雨伞有限公司", capacity: "2" };
  it.each([
    ["a handler", unit, { uscc: code, name: unit.name, role: "handler" }, null],
    [
      "a legal representative",
      { ...unit, capacity: "法定代表人" },
      { uscc: code, name: unit.name, role: "legal-representative" },
      null,
    ],
    ["no unit", undefined, null, null],
    ["somebody else of the unit", { ...unit, capacity: "3" }, null, /不是法定代表人/],
    ["a wrong code", { ...unit, code: `${code.slice(0, 17)}!` }, null, /校验不符/],
    ["a unit without a name", { ...unit, name: " " }, null, /没有单位名称/],
    ["a name with a line break", { ...unit, name: "示例\r\n有限公司" }, null, /没有单位名称/],
    ["a capacity that isn't a text", { ...unit, capacity: 2 }, null, /不是法定代表人/],
    ["an inherited key", Object.create(unit), null, null],
  ])("%s", (_, said, expected, fault) => {
    const identity = readIdentity({ sub: "p1", name: "示例甲", unit: said }, names);
    expect(identity?.unit).toEqual(expected);
    if (fault === null) expect(identity?.unitFault).toBeNull();
    else expect(identity?.unitFault).toMatch(fault);
  });
  it("is nothing where it doesn't say who", () => {
    expect(readIdentity({ name: "示例甲" }, names)).toBeNull();
    expect(readIdentity({ sub: 17 }, names)).toBeNull();
  });
  it("ends what it no longer says, keeps the same, begins the new", () => {
    const held = [{ id: "a", role: "handler", uscc: code }];
    const said = { uscc: code, name: "示例", role: "handler" } as const;
    expect(appointmentChanges(held, said)).toEqual({ end: [], begin: null });
    expect(appointmentChanges(held, null)).toEqual({ end: ["a"], begin: null });
    expect(appointmentChanges(held, { ...said, role: "legal-representative" })).toMatchObject({
      end: ["a"],
      begin: { role: "legal-representative" },
    });
    expect(appointmentChanges([], said)).toEqual({ end: [], begin: said });
  });
});
