/** The quantities that an applicant can raise: changeable sums and counts of the facts, a pool's sum, a tally's counts. */
import type { Condition, FactKind } from "@zhengdui/policy";
import { decidingOf, factsIn } from "../measure-expressions.ts";
import type { Probe } from "../probe.ts";
import type { Model } from "../smt/session.ts";
import { add, type Term } from "../smt/terms.ts";
import { whole } from "../smt/value.ts";
import { changed, factOf, factWords, numberWords } from "../wording.ts";
import type { Terms } from "../world/measure-world.ts";
import { withFact, withLets } from "../world/world.ts";

export interface Mover {
  /** 软件投入 */
  readonly label: string;
  /** The solver's variable. */
  readonly name: string;
  /** The measure with one step more of it: 1 分, one enterprise. */
  readonly raised: (by: number) => Terms;
  /** What a valid dossier fulfils then. */
  readonly validRaised: (by: number) => Term;
  /** A model in which it is so much. */
  readonly at: (model: Model, value: bigint) => Model;
  readonly words: (value: bigint) => string;
  /** How many machine units make one readable one: 100 分 are 元. */
  readonly isMoney: boolean;
  /** Does `at` change the model's row so that it means what it says? */
  readonly exact: (model: Model) => boolean;
}

export function moversOf(probe: Probe): Mover[] {
  const { form } = probe.world;
  return [...totalMovers(probe), ...(form.kind === "pool" ? [] : factMovers(probe))];
}

function totalMovers({ world }: Probe): Mover[] {
  const { form } = world;
  return world.totals.map((label): Mover => {
    const name = world.total(label);
    const unit = form.kind === "tally" ? (form.tallies.find((t) => t.name === label)?.unit ?? "家") : "元";
    const basis = world.basisKey === null ? null : `f.item.${world.basisKey}`;
    const lets = (by: number) => withLets(world.world.scope, [[label, whole(add(name, String(by)))]]);
    return {
      label,
      name,
      raised: (by) => world.termsIn(lets(by)),
      validRaised: (by) => (form.kind === "tally" ? withinBounds(form, world.total, label, by) : "true"),
      at: (model, value) => {
        const moved = changed(model, name, value);
        return basis === null ? moved : changed(moved, basis, value);
      },
      words: (value) => numberWords(Number(value), unit === "元" ? 2 : 0, unit),
      isMoney: unit === "元",
      exact: (model) => form.kind === "tally" || (basis !== null && model.get(basis) === model.get(name)),
    };
  });
}

type TallyForm = Extract<Probe["world"]["form"], { kind: "tally" }>;
/** A count stays within the one it is a part of. */
function withinBounds(form: TallyForm, total: (name: string) => Term, label: string, by: number): Term {
  const outer = form.tallies.find((t) => t.name === label)?.within ?? null;
  return outer === null ? "true" : `(<= ${add(total(label), String(by))} ${total(outer)})`;
}

const RAISABLE: readonly FactKind["kind"][] = ["money", "count", "decimal"];

function factMovers(probe: Probe): Mover[] {
  const { world, policy, measure } = probe;
  const { form } = world;
  const list = form.kind === "tally" ? null : form.list;
  const conditions: readonly Condition[] = [...measure.who, ...form.when];
  return factsIn([...decidingOf(form), ...conditions.map((c) => c.test)]).flatMap(([of, key]): Mover[] => {
    const fact = factOf(policy, of, list, key);
    if (fact === null || !fact.changeable || !RAISABLE.includes(fact.type.kind)) return [];
    const name = `f.${of}.${key}`;
    const none = world.world.variables.get(`${of}.${key}`)?.names.includes(`${name}.none`) ? `${name}.none` : "false";
    const scope = (by: number) => withFact(world.world.scope, of, key, whole(add(name, String(by)), none));
    return [
      {
        label: fact.label,
        name,
        raised: (by) => world.termsIn(scope(by)),
        validRaised: (by) => world.world.validIn(scope(by)),
        at: (model, value) => changed(model, name, value),
        words: (value) => factWords(fact.type, Number(value)),
        isMoney: fact.type.kind === "money",
        exact: () => true,
      },
    ];
  });
}
