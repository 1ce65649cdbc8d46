/** What a backup says of itself, at its end: which version made it, and of every table and file how much and with which hash. */

export const FORMAT = 1;

export interface BackedTable {
  /** "public.enterprise" */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly parts: number;
  readonly sha256: string;
}

export interface Migration {
  readonly name: string;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: number;
  readonly madeAt: string;
  readonly migrations: readonly Migration[];
  readonly tables: readonly BackedTable[];
  /** The last value each gave; null: none yet. */
  readonly sequences: readonly { readonly name: string; readonly last: string | null }[];
  /** Evidence by its path in the files' folder; the name of each is its SHA-256. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

export const MANIFEST = "manifest.json";
export const SEAL = "manifest.sha256";
export const tablePart = (table: string, part: number): string => `tables/${table}/${String(part).padStart(8, "0")}.copy`;
export const fileEntry = (path: string): string => `files/${path}`;
