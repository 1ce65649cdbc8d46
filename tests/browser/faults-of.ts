/** What a browser can tell of a page that shuts somebody out: the rules of axe, words that are cut off, a page that must be scrolled sideways. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Every rule that axe has on by itself, and those of WCAG 2.2. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds: rule and elements. The "legacy" way differs in frames of other origins, of which the pages have none, and needs no second
 * page; what axe doesn't complain of isn't listed. Both together are 2.5 times as fast.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await axe.withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 4).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** The same for the state the page is in, light and dark. */
export async function faultsInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    found.push(...(await faultsOf(page)).map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

/** By how many pixels the page is wider than the screen. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** `sideways` at each of these widths, in the state the page is in: [[320, 0], …] where nothing must be scrolled. */
export async function sidewaysAt(page: Page, widths: readonly number[]): Promise<[number, number][]> {
  const found: [number, number][] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    found.push([width, await sideways(page)]);
  }
  return found;
}

/** Elements that reach beyond the screen, or hide a part of their own words. In the page. */
export function cutOff(): string[] {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const found = wide > 0 ? [`the page is ${wide} px too wide`] : [];
  for (const element of document.querySelectorAll<HTMLElement>("#root *, .page-tools *, .masthead *, .reading *")) {
    const { overflowX, clipPath } = getComputedStyle(element);
    if (clipPath !== "none" || element.closest(".visually-hidden, svg, .examples") !== null) continue;
    const cut =
      overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1 && !element.matches("input, textarea, select");
    if (cut) found.push(`${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`);
  }
  return found;
}
