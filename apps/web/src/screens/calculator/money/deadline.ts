/** Until when something must have happened to count for a policy year. */
import type { Policy } from "@zhengdui/policy";

/** YYYY-MM-DD: the year's last day, or the policy's, whichever comes first. */
export function deadlineOf({ inForce }: Policy, year: number): string {
  const end = `${year}-12-31`;
  return inForce.to !== "" && inForce.to < end ? inForce.to : end;
}

/** YYYY-MM-DD, by the calendar of whoever looks. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
