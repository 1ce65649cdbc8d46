/** As `ref`: what is drawn anew takes the keyboard. */
export const focusOn = (element: HTMLElement | null): void => element?.focus();
