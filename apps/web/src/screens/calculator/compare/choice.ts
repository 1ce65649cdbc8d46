/** What the dossier on the desk is compared with. */
import type { Sheet } from "../desk.ts";

export type Choice =
  | { readonly kind: "none" }
  /** The same dossier in another policy year. */
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "copy"; readonly id: string }
  | { readonly kind: "example"; readonly id: string }
  | { readonly kind: "file"; readonly sheet: Sheet }
  /** The same facts under another policy of the server. */
  | { readonly kind: "policy"; readonly id: string };
