/** What a browser says of itself, in the words people know it by. What says nothing known stays as it is. */

/** The first that fits: most browsers also name those whose pages they want to be given. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["微信", /MicroMessenger/],
  ["钉钉", /DingTalk/],
  ["360 浏览器", /QIHU|360SE|360EE/],
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /Chrome\/|HeadlessChrome\/|CriOS\//],
  ["Safari", /Safari\//],
];

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ["鸿蒙", /HarmonyOS|OpenHarmony/],
  ["安卓", /Android/],
  ["iPhone、iPad", /iPhone|iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
];

export function browserWords(agent: string): string {
  const [browser] = BROWSERS.find(([, pattern]) => pattern.test(agent)) ?? [];
  const [system] = SYSTEMS.find(([, pattern]) => pattern.test(agent)) ?? [];
  if (browser === undefined) return agent === "" ? "没有说明" : agent;
  return system === undefined ? browser : `${browser}（${system}）`;
}
