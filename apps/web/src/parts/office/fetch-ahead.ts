/** Fetches screens before one goes there: what the page leads to when the browser has nothing else to do, and what is pointed at, at once. */

/** `fetchAt`: the screen at an address of the office, such as "/units". */
export function fetchWhatIsPointedAt(fetchAt: (path: string) => void): void {
  const near = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link !== null) fetchLinked(link, fetchAt);
  };
  for (const kind of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(kind, near, { passive: true });
}

/** Whenever a page has been drawn and nothing else is to be done. Not where data is dear. */
export function fetchWhatIsLinked(fetchAt: (path: string) => void): void {
  if (savesData(navigator)) return;
  const fetchAll = () => {
    // After signing in, the first page.
    fetchAt("/");
    for (const link of document.querySelectorAll("a")) fetchLinked(link, fetchAt);
  };
  let settles: ReturnType<typeof setTimeout> | undefined;
  const drawn = new MutationObserver(() => {
    clearTimeout(settles);
    settles = setTimeout(() => ("requestIdleCallback" in window ? requestIdleCallback(fetchAll) : fetchAll()), SETTLED_MS);
  });
  drawn.observe(document.body, { childList: true, subtree: true });
}

/** So long after the last change a page stands. */
const SETTLED_MS = 400;

function fetchLinked({ href }: HTMLAnchorElement, fetchAt: (path: string) => void): void {
  if (!href.startsWith(`${window.location.origin}/office`)) return;
  fetchAt(new URL(href).pathname.replace(/^\/office/, "") || "/");
}

const savesData = (browser: Navigator): boolean =>
  "connection" in browser &&
  typeof browser.connection === "object" &&
  browser.connection !== null &&
  "saveData" in browser.connection &&
  browser.connection.saveData === true;
