/** Answers of the server that a test lets the page wait for: what was asked has gone out whole, and come to the server. */
import type { Page } from "playwright-core";

export interface HeldAnswers {
  /** How many wait now. */
  readonly begun: () => number;
  /** From now on the answers at addresses of this form, with `*` for anything. */
  readonly hold: (urlPattern: string) => Promise<void>;
  /** Those that wait arrive. */
  readonly letGo: () => Promise<void>;
}

export async function heldAnswers(page: Page): Promise<HeldAnswers> {
  const session = await page.context().newCDPSession(page);
  const waiting: string[] = [];
  session.on("Fetch.requestPaused", ({ requestId }) => waiting.push(requestId));
  return {
    begun: () => waiting.length,
    hold: async (urlPattern) => {
      await session.send("Fetch.enable", { patterns: [{ urlPattern, requestStage: "Response" }] });
    },
    letGo: async () => {
      for (const requestId of waiting.splice(0)) await session.send("Fetch.continueRequest", { requestId });
    },
  };
}
