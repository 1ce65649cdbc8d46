/** Which passwords are refused: by rules rather than by a list of leaked ones, since those that are common are short, runs, repetitions or a word with a year. */

export interface Owner {
  readonly login: string;
  readonly name: string;
}

const shortestLength = 12;
const longestLength = 256;
const distinctSize = 6;

/** What is wrong with it, in a sentence; null: nothing. */
export function weaknessOfPassword(password: string, { login, name }: Owner): string | null {
  const text = foldPassword(password);
  const chars = [...text];
  if (chars.length < shortestLength) return `口令至少 ${shortestLength} 个字符，可以是一句话。`;
  if (chars.length > longestLength) return `口令最多 ${longestLength} 个字符。`;
  if (/\p{Cc}/u.test(text)) return "口令里有看不见的控制字符。";
  const folded = text.toLowerCase();
  if (/^[\d\s\p{P}]+$/u.test(folded)) return "口令不能只有数字：电话、生日最容易被猜到。";
  if (holds(folded, login.toLowerCase()) || holds(folded, backwards(login.toLowerCase()))) return "口令里不能有登录名。";
  if (holds(folded, name.toLowerCase())) return "口令里不能有姓名。";
  if (new Set(folded).size < distinctSize) return `口令里不同的字符太少，至少要 ${distinctSize} 个。`;
  if (isRepetition(folded)) return "口令只是一段内容的重复。";
  if (leftWithoutRuns(folded) < leftLength) return "口令主要是键盘或字母、数字的顺序，很容易被猜到。";
  if (lettersWithoutWords(folded) < lettersLength) return "口令只是常见的词加上数字、符号，很容易被猜到。";
  return null;
}

/** The same password however the keyboard composed its characters. */
export const foldPassword = (password: string): string => password.normalize("NFKC");

const holds = (text: string, part: string): boolean => [...part].length >= 2 && text.includes(part);
const backwards = (text: string): string => [...text].reverse().join("");

/** abcabcabc: a text that occurs within its own double before the end repeats a part of itself. */
const isRepetition = (text: string): boolean => (text + text).indexOf(text, 1) < text.length;

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
  "!@#$%^&*()",
].flatMap((row) => [row, backwards(row)]);
const runLength = 3;
const leftLength = 4;

/** How many characters stand in no run of three or more neighbours. */
function leftWithoutRuns(text: string): number {
  let left = 0;
  for (let at = 0; at < text.length; ) {
    const run = longestRunAt(text, at);
    if (run < runLength) left++;
    at += run < runLength ? 1 : run;
  }
  return left;
}

function longestRunAt(text: string, at: number): number {
  let length = 1;
  while (at + length < text.length && rows.some((row) => row.includes(text.slice(at, at + length + 1)))) length++;
  return length;
}

/** What people begin with when they must think of a password; the year and the exclamation mark come by themselves. */
const words = [
  ...["administrator", "admin", "password", "passwd", "passwort", "pass", "root", "welcome", "letmein", "iloveyou", "woaini"],
  ...["changeme", "default", "secret", "master", "dragon", "monkey", "sunshine", "princess", "football", "baseball", "login"],
  ...["hello", "test", "guest", "user", "qwerty", "asdf", "zxcv", "qaz", "wsx", "abc", "mima", "kouling", "system", "server"],
  ...["jinjiang", "quanzhou", "xiamen", "fujian", "zhengdui", "gongxin", "china", "zhongguo", "密码", "口令", "晋江", "政兑"],
];
const lettersLength = 4;
const plain: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Letters that are left once common words are taken out, however spelt with digits for letters. */
function lettersWithoutWords(text: string): number {
  const spelt = text.replace(/[013457@$!]/g, (sign) => plain[sign] ?? sign);
  const taken = new Set<number>();
  for (const word of words)
    for (let at = spelt.indexOf(word); at >= 0; at = spelt.indexOf(word, at + 1))
      for (let offset = 0; offset < word.length; offset++) taken.add(at + offset);
  return [...text].filter((char, at) => !taken.has(at) && /\p{L}/u.test(char)).length;
}
