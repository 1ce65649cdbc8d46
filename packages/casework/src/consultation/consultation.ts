/** A consultation from question to published answer. What the public reads must not tell who asked. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";

export interface ConsultationState {
  readonly answer: string | null;
  readonly publishedAt: Date | null;
}

/** An answer may be bettered until it is published; then it is taken back first. */
export function mayAnswer({ publishedAt }: ConsultationState): Outcome<null, Problem> {
  if (publishedAt === null) return ok(null);
  return fail({ path: "answer", problem: "这条问答已经公开", expected: "先撤下公开，再改答复" });
}

const marks: readonly (readonly [RegExp, string])[] = [
  [/[0-9A-HJ-NPQRTUWXY]{18}/, "统一社会信用代码"],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/, "手机号码"],
  [/(?<!\d)\d{17}[\dXx](?!\d)/, "身份证号码"],
  [/[\w.+-]+@[\w-]+\.[\w.]+/, "电子邮箱"],
];

/** `names`: of the unit and the person that asked. */
export function mayPublish(
  { answer }: ConsultationState,
  texts: { readonly question: string; readonly answer: string },
  names: readonly string[],
): Outcome<null, Problem> {
  if (answer === null) return fail({ path: "", problem: "还没有答复，不能公开", expected: "先答复" });
  const problems: Problem[] = [];
  for (const [path, text] of Object.entries(texts)) {
    for (const [mark, what] of marks)
      if (mark.test(text)) problems.push({ path, problem: `公开的文字里有${what}`, expected: "删去能认出提问人的内容" });
    for (const name of names)
      if (name !== "" && text.includes(name))
        problems.push({ path, problem: `公开的文字里有“${name}”`, expected: "删去能认出提问人的内容" });
  }
  return problems.length === 0 ? ok(null) : fail(...problems);
}

/** A telephone number as people write it down. */
export function phoneFault(phone: string): Problem | null {
  if (/^[+\d][\d\s()（）转-]{4,29}$/.test(phone) && /\d{5}/.test(phone.replace(/\D/g, ""))) return null;
  return {
    path: "callerPhone",
    problem: `“${phone}”不是电话号码`,
    expected: "写数字，如 0595-85600000 或手机号码；不知道的留空",
  };
}
