/** The sides on which accounts stand, in words; and under which key what was fetched of persons is kept. */
import type { Side } from "@zhengdui/casework";

export const PERSONS = ["persons"] as const;

export const SIDES: Readonly<Record<Side, string>> = {
  office: "主管部门与相关部门",
  partner: "外部机构",
  admin: "系统管理",
  applicant: "申报单位",
};

export const isSide = (text: string): text is Side => Object.hasOwn(SIDES, text);
