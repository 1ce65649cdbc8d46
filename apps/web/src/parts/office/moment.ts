/** Moments by the clock of Beijing, wherever the browser is: as the office writes them (2023年5月1日 09:30), and as a form's day takes them. */
const PARTS = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const partsOf = (iso: string) => Object.fromEntries(PARTS.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));

/** "2023年5月1日 09:30" of an ISO moment. */
export function momentOf(iso: string): string {
  const { hour, minute } = partsOf(iso);
  return `${dayOf(iso)} ${hour}:${minute}`;
}

/** "2023年5月1日" of an ISO moment. */
export function dayOf(iso: string): string {
  const { year, month, day } = partsOf(iso);
  return `${year}年${month}月${day}日`;
}

/** "2023-05-01" of an ISO moment: the day it is in China, as a form has it. */
export function isoDayOf(iso: string): string {
  const { year, month = "", day = "" } = partsOf(iso);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
