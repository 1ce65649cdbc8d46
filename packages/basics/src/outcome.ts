/** Success or a list of what is wrong, as data: nothing a user can cause is thrown. */

export type Outcome<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly E[] };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <E>(...errors: readonly E[]): { readonly ok: false; readonly errors: readonly E[] } => ({
  ok: false,
  errors,
});

/** A reader's complaint about input. `path` reads `softwarePurchases[0].paidOn`, "" for the root; of a sheet, `软件采购!C7`. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
  readonly expected: string;
}
