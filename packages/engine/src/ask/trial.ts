/** What the measures bring for answers as they stand: quick, for asking the same question many times over. */
import type { Engine } from "../engine.ts";
import type { Explanation } from "../why.ts";
import type { Answers } from "./answers.ts";
import { answersLayOut } from "./lay-out-answers.ts";

/** Open facts are filled with anything: it holds for measures that the interview calls settled, and says nothing about others. */
export function createTrial(engine: Engine): (answers: Answers) => Explanation {
  const layOut = answersLayOut(engine.policy);
  return (answers) => engine.explain(layOut(answers, () => true));
}
