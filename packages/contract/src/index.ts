export type * from "@zhengdui/engine";
export type * from "./catalogue.ts";
