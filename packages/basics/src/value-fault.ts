/** What is wrong with one value, in words for the person who gave it. Whoever knows the value's place makes a Problem of it. */

export interface ValueFault {
  readonly problem: string;
  readonly expected: string;
  /** The value as it was probably meant; always one that would be accepted. */
  readonly suggestion?: string;
}
