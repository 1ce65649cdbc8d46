/** Signing out is told to the browser's other tabs: what they show and keep is no more for whoever comes next than what the one did where it was pressed. */

const NAME = "zhengdui left";

export function tellLeft(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

/** Answers what ends the listening. */
export function onLeftElsewhere(left: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = left;
  return () => channel.close();
}
