/** What is missing to the next amount: fetched once somebody has answered something. */
export { createGaps } from "@zhengdui/engine";
