/** Days and months as officials write them: 2023年5月1日, 2023年5月. What is neither stays as it is. */

export const day = (iso: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match === null ? iso : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
};

export const month = (iso: string): string => {
  const match = /^(\d{4})-(\d{2})$/.exec(iso);
  return match === null ? iso : `${match[1]}年${Number(match[2])}月`;
};
