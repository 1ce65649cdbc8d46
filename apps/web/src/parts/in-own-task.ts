/** Two short pieces of work instead of one long one: between them the browser paints, and answers whoever touches the page. */
export async function inOwnTask<T>(work: () => T): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve));
  return work();
}
