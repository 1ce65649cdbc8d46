/** Days and months as officials write them: 2023年5月1日, 2023年5月; in English 1 May 2023, May 2023. What is neither stays as it is. */
import { isForeign } from "../../words/t.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

export const day = (iso: string): string => {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (y === undefined) return iso;
  return isForeign() ? `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}` : `${y}年${Number(m)}月${Number(d)}日`;
};

export const month = (iso: string): string => {
  const [, y, m] = /^(\d{4})-(\d{2})$/.exec(iso) ?? [];
  if (y === undefined) return iso;
  return isForeign() ? `${MONTHS[Number(m) - 1]} ${y}` : `${y}年${Number(m)}月`;
};
