/** A moment as an officer reads it: in China's time, to the minute. */
const format = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

export const momentText = (iso: string): string => format.format(new Date(iso));
