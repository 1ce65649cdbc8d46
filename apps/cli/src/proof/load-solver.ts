/** Loads z3 (35 MB of WebAssembly), for the commands that prove and a draft's study; nothing else in the house knows it. */
import type { Solver } from "@zhengdui/proof";

export interface LoadedSolver {
  readonly solver: Solver;
  /** Ends its threads, so that the process can end. */
  readonly close: () => void;
}

interface Emscripten {
  readonly ccall: (name: string, returns: string, types: readonly string[], values: readonly unknown[]) => string;
}

export async function loadSolver(): Promise<LoadedSolver> {
  const { init, killThreads } = await import("z3-solver");
  const { Z3, em } = await init();
  const context = Z3.mk_context(Z3.mk_config());
  // The package's own eval_smtlib2_string hands a text on the stack to another thread, which reads it after it is gone.
  const { ccall } = em as Emscripten;
  return {
    solver: async (script) => ccall("Z3_eval_smtlib2_string", "string", ["number", "string"], [context, script]),
    close: () => {
      void killThreads(em);
    },
  };
}
