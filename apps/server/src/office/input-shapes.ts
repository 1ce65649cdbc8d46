/** Shapes that many inputs share: ids, credit codes, days, sentences. Each is bounded, and a text is what a person would write on one line. */
import { parseDate } from "@zhengdui/basics";
import { z } from "zod";

/** As an address names it; whether there is such a one, the database says. */
export const usccParam = z.string().min(1).max(18);
export const idText = z.string().regex(/^[0-9a-f-]{36}$/, "不是编号");
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "日期应形如 2023-05-01")
  .refine((text) => parseDate(text) !== null, "没有这一天");
export const year = z.int().min(1949).max(9999);

/** Trimmed, and without control characters or such that turn the direction of writing. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "没有填写")
    .max(most, `不超过 ${most} 个字`)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]*$/u, "不能含有换行等看不见的字符");

/** Several lines of a reason. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "没有填写")
    .max(most, `不超过 ${most} 个字`)
    .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Co}]|\n)*$/u, "不能含有看不见的字符");
