/** Ways through the calculator that several tests take: its views, everything unfolded, a file let go over it. */
import type { Page } from "playwright-core";

/** The views that are there, with the first example's facts in them and everything unfolded. */
export async function* viewsOf(page: Page): AsyncGenerator<string> {
  await page.waitForSelector(".question");
  yield "the first question";
  await page.locator(".example").first().click();
  for (const view of ["result", "facts", "compare", "ask"]) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, view);
    await page.waitForSelector(`.views a[href="#${view}"][aria-current]`);
    await page.waitForFunction(() => document.querySelector("#main .waiting") === null);
    if (view === "result") await page.waitForSelector(".interpretations[data-compared=true]");
    if (view === "compare") {
      await page.locator("#main select").first().selectOption({ index: 1 });
      await page.waitForSelector(".pairs");
    }
    await page.evaluate(unfoldAll);
    yield view;
  }
}

/** Opens every fold, and what was folded in it, and lets it be drawn. In the page. */
export async function unfoldAll(): Promise<void> {
  const folded = () => [...document.querySelectorAll<HTMLElement>("details:not([open]) > summary")];
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let depth = 0; depth < 5 && folded().length > 0; depth++) {
    for (const fold of folded()) fold.click();
    await drawn();
  }
  await drawn();
}

/** As a browser does when a file is let go over the page. */
export async function drop(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ""], fileName ?? "", { type: "" }));
      return transfer;
    },
    [name, content],
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: data });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}
