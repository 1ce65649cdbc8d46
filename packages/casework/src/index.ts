export * from "./authority/actions.ts";
export * from "./authority/may.ts";
export * from "./authority/roles.ts";
export * from "./consultation/consultation.ts";
export * from "./exchange/events.ts";
export * from "./messages/digest.ts";
export * from "./messages/retry.ts";
