/** What a login may look like, and how it is compared. The colon stays free for accounts that an identity provider brings. */

/** The same login whatever its case and width. */
export const foldLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase();

/** Of a folded login: what is wrong with it; null: nothing. */
export const faultOfLogin = (login: string): string | null =>
  /^[a-z0-9][a-z0-9._@-]{3,63}$/.test(login) ? null : "登录名为 4 至 64 个字母、数字或 . _ @ -，以字母或数字开头。";
