/** A small deterministic generator of numbers (a multiplied Weyl sequence, mixed): the same seed gives the same city on every machine. */
export class Prng {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 to 2^32 − 1. */
  private next(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let x = this.state;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return (x ^ (x >>> 15)) >>> 0;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor((this.next() / 2 ** 32) * (high - low + 1));
  }

  /** True in so many of a thousand. */
  chance(perMille: number): boolean {
    return this.integer(1, 1000) <= perMille;
  }

  pick<T>(of: readonly T[]): T {
    return of[this.integer(0, of.length - 1)] as T;
  }
}
