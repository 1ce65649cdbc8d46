export * from "./authority/actions.ts";
export * from "./authority/may.ts";
export * from "./authority/roles.ts";
