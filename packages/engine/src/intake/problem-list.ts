/** Collects the problems of one dossier. Beyond the limit they are only counted, so that a hostile dossier can't fill the memory. */
import type { Problem } from "@zhengdui/basics";

export const LISTED_PROBLEMS = 1000;

export class ProblemList {
  private readonly listed: Problem[] = [];
  private unlisted = 0;

  get empty(): boolean {
    return this.listed.length === 0;
  }

  /** The texts are made only for a problem that will be listed. */
  add(make: () => Problem): void {
    if (this.listed.length < LISTED_PROBLEMS) this.listed.push(make());
    else this.unlisted++;
  }

  all(): readonly Problem[] {
    if (this.unlisted === 0) return this.listed;
    return [...this.listed, { path: "", problem: `还有 ${this.unlisted} 处问题没有列出`, expected: "先更正上面列出的问题" }];
  }
}
