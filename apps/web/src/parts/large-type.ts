/** 大字: everything on the page larger, kept in this browser. A browser that keeps nothing is no error. */

const KEPT = "zhengdui-large-type";

export function isLarge(): boolean {
  try {
    return localStorage.getItem(KEPT) === "yes";
  } catch {
    return false;
  }
}

export function setLarge(large: boolean): void {
  document.documentElement.classList.toggle("large", large);
  try {
    localStorage.setItem(KEPT, large ? "yes" : "no");
  } catch {
    // Forbidden or full: the choice holds as long as the page is open.
  }
}
