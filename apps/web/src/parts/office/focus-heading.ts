/** The keyboard's place when what had it is gone: the page's heading, from which one goes on by Tab. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>("#main h1")?.focus({ preventScroll: true });
}
