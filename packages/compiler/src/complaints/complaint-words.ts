/** The shape of one entry of the catalogue of complaints: from its arguments, the four sentences an author reads. */

export interface ComplaintWords {
  /** 有什么问题 */
  readonly what: string;
  /** 应当怎样 */
  readonly expected: string;
  /** 为什么这样要求 */
  readonly why: string;
  /** 怎样改 */
  readonly mend: string;
}
