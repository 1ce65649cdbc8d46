/** What the office's routes are handed: the store, the clock, the folder of files, and the key that seals secrets at rest. */
import type { Policy } from "@zhengdui/policy";
import type { PasswordCost, Store } from "@zhengdui/store";
import type { OidcSettings } from "../access/oidc-settings.ts";
import type { ProgressBoard } from "../sheet/import-progress.ts";
import type { RegisterKinds } from "../sheet/load-register-kinds.ts";

export interface OfficeParts {
  readonly store: Store;
  readonly now: () => Date;
  /** Whose office this server is, where a request's host names no other. */
  readonly tenant: string;
  /** Tenants by the host names that are theirs. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Uploaded files, by their SHA-256. */
  readonly files: string;
  /** 32 bytes: seals what must be readable again (TOTP secrets, signing secrets of webhooks). Kept beside the database, never in it. */
  readonly sealingKey: Buffer;
  /** Whether webhooks may call addresses inside this network, and plain http: an operator's choice, for systems that stand beside this one. */
  readonly callsInside: boolean;
  /** Whether this server sends mails at all. */
  readonly mails: boolean;
  /** Other places where one may sign in. */
  readonly providers?: readonly OidcSettings[];
  /** Of new password hashes, where it isn't the usual one: tests hash many. */
  readonly passwordCost?: PasswordCost;
  /** Of the imports under way in this process. */
  readonly progress: ProgressBoard;
  /** Registers by their id, as the folder `registers/` defines them. */
  readonly registers: RegisterKinds;
  /** As compiled, the latest version of each: which facts there are is read from them. Filled from the shelf once that is there. */
  readonly policies: readonly Policy[];
}
