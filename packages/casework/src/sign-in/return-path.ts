/** Where the browser goes after signing in: a path of this site and nothing that a browser could take for another one. */

const longestLength = 500;

/**
 * The path as it may stand in a header (`Location`), or the fallback. Browsers read `//host`, `/\host` and paths with a tab or a line break inside as
 * addresses of other sites; a line break would also end the header.
 */
export function returnPath(wanted: string | undefined, fallback: string): string {
  if (wanted === undefined || wanted.length > longestLength) return fallback;
  if (!/^\/(?![/\\])/.test(wanted) || /[\p{Cc}\p{Zl}\p{Zp}\\]/u.test(wanted)) return fallback;
  const here = "https://this.invalid";
  if (!URL.canParse(wanted, here)) return fallback;
  const { origin, pathname, search, hash } = new URL(wanted, here);
  // `/.//host` becomes `//host` only once its dots are resolved.
  return origin !== here || pathname.startsWith("//") ? fallback : `${pathname}${search}${hash}`;
}
