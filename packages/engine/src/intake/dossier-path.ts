/** Where in a dossier: `softwarePurchases[0].paidOn`, "" for the root. */

const PLAIN = /^[^\p{Cc}\p{Cs}]{1,80}$/u;

/** A key under a path. A key that would break the line or swamp it is written as a shortened JSON string. */
export function keyPath(path: string, key: string): string {
  if (PLAIN.test(key)) return path === "" ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify([...key.slice(0, 160)].slice(0, 80).join(""))}]`;
}

export const indexPath = (path: string, index: number): string => `${path}[${index}]`;
