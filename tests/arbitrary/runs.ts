/** How often a property is tried: `runs(n)`, fifty times as often under SOAK=1. */
export const runs = (n: number): number => (process.env.SOAK === "1" ? n * 50 : n);
