/**
 * A part of the program that is fetched only when it is shown. What was fetched once is there; what failed is tried again the next time, and
 * `onWaiting` tells when a page has to wait for one.
 */
import { type ComponentType, use } from "react";

/** It could not be fetched: the network is away, or a new version has taken the old one's place. */
export class PieceTrouble extends Error {}

export interface Piece<Props extends object> {
  readonly Shown: ComponentType<Props>;
  /** Before it is wanted; where that fails nobody has missed anything. */
  readonly fetchAhead: () => void;
}

const forgetters = new Set<() => void>();
const waited = new Set<Promise<unknown>>();
const listeners = new Set<(waiting: boolean) => void>();

export function piece<Props extends object>(load: () => Promise<ComponentType<Props>>): Piece<Props> {
  let there: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | null = null;
  const forget = () => {
    coming = null;
  };
  const fetch = () => {
    coming ??= load().then(
      (found) => {
        there = found;
        return found;
      },
      (cause: unknown) => {
        forgetters.add(forget);
        throw new PieceTrouble("a piece of the program could not be fetched", { cause });
      },
    );
    return coming;
  };
  function Shown(props: Props) {
    const Found = there ?? use(waitFor(fetch()));
    return <Found {...props} />;
  }
  return { Shown, fetchAhead: () => void fetch().catch(forget) };
}

/** So that what failed is tried again. */
export function forgetFailed(): void {
  for (const forget of forgetters) forget();
  forgetters.clear();
}

/** Calls back when a page begins to wait for a piece, and when none does any more. */
export function onWaiting(listener: (waiting: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function waitFor<Found>(coming: Promise<Found>): Promise<Found> {
  if (waited.has(coming)) return coming;
  waited.add(coming);
  const tell = () => {
    for (const listener of listeners) listener(waited.size > 0);
  };
  const done = () => {
    waited.delete(coming);
    tell();
  };
  // Not while it is being drawn.
  queueMicrotask(tell);
  coming.then(done, done);
  return coming;
}
