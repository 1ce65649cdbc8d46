export * from "./allocation-problem.ts";
export type * from "./dossier.ts";
export { type Backend, createEngine, type Engine } from "./engine.ts";
export { indexPath, keyPath } from "./intake/dossier-path.ts";
export type * from "./result.ts";
export * from "./settle/settle.ts";
export { DMN_VERSIONS, type DmnVersion } from "./to-dmn/dmn-version.ts";
export { toDmn } from "./to-dmn/to-dmn.ts";
export type * from "./why.ts";
