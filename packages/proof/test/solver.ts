/** The solver for the tests of this package, once a file. */
import { init, killThreads } from "z3-solver";
import type { Solver } from "../src/smt/session.ts";

export async function testSolver(): Promise<{ readonly solver: Solver; readonly close: () => void }> {
  const { Z3, em } = await init();
  const context = Z3.mk_context(Z3.mk_config());
  return {
    solver: async (script) => em.ccall("Z3_eval_smtlib2_string", "string", ["number", "string"], [context, script]),
    close: () => {
      void killThreads(em);
    },
  };
}
