/**
 * How far the imports under way in this process are, for whoever sent them: which stage, and of how many rows it is done. Kept in memory and forgotten with the
 * import's end: what another process imports isn't known here, and is then told without figures.
 */

export type ImportStage = "read" | "check" | "compare" | "difference" | "keep" | "enter" | "write" | "awards";

export interface ImportProgress {
  readonly stage: ImportStage;
  /** From 1 on. */
  readonly step: number;
  readonly steps: number;
  /** Rows; while a file is read, thousandths of it. */
  readonly done: number;
  readonly all: number;
}

/** Told of a stage: how much there is of it; answers what is to be told how much is done. */
export type TellStage = (stage: ImportStage, all: number) => (done: number) => void;

export interface ProgressBoard {
  readonly find: (account: string, id: string) => ImportProgress | null;
  /** As long as `work` goes on. `id` is the caller's, and stands for the account's own imports alone; without one nobody asks. */
  readonly during: <T>(account: string, id: string | undefined, work: (tell: TellStages) => Promise<T>) => Promise<T>;
}

/** The stages to come, in their order. */
export type TellStages = (stages: readonly ImportStage[]) => TellStage;

/** Nobody asks. */
export const untold: TellStage = () => () => undefined;

export function createProgressBoard(): ProgressBoard {
  const board = new Map<string, ImportProgress>();
  return {
    find: (account, id) => board.get(`${account} ${id}`) ?? null,
    during: async (account, id, work) => {
      if (id === undefined) return work(() => untold);
      const key = `${account} ${id}`;
      try {
        return await work((stages) => (stage, all) => {
          const about = { stage, step: stages.indexOf(stage) + 1, steps: stages.length, all };
          board.set(key, { ...about, done: 0 });
          return (done) => board.set(key, { ...about, done });
        });
      } finally {
        board.delete(key);
      }
    },
  };
}
