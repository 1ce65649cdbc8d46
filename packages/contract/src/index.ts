export type * from "@zhengdui/engine";
export type * from "./catalogue.ts";
export type * from "./workshop.ts";
