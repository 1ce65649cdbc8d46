export type * from "@zhengdui/engine";
export type * from "./catalogue.ts";
export type { paths as OfficePaths } from "./office-api.d.ts";
export type * from "./service-sheet.ts";
export type * from "./workshop.ts";
export type * from "./workshop-study.ts";
