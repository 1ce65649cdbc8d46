/**
 * Who gets a place where places are few: within a group (an industry, in one year) the best by score. A tie across the last place leaves
 * all of the tied undecided; what the office has decided stands, and a project decided "selected" uses a place. Pure: rows in, rows out.
 */
import { compareFigures, type Figure, isMore, isSame } from "../figure.ts";

export interface Candidate {
  readonly uscc: string;
  readonly project: string;
  readonly industry: string;
  /** null: not scored. */
  readonly score: Figure | null;
  /** What the office has decided; null: nothing yet. */
  readonly decided: boolean | null;
  /** Would it be granted something if it were selected? If not, it takes no place from others. */
  readonly competes: boolean;
}

export interface Placed<C extends Candidate> {
  readonly candidate: C;
  /** Rank by score among the projects that compete, ties share one (1, 1, 3); null: not ranked. */
  readonly place: number | null;
  /** null: not decided (a tie across the last place, or no score). */
  readonly selected: boolean | null;
  readonly why: string;
  /** Where the rank decides the amount: the rank as it counts; null: a tie leaves it open. */
  readonly rank?: number | null;
}

export interface PlacedGroup<C extends Candidate> {
  readonly industry: string;
  readonly places: number;
  readonly ranked: readonly Placed<C>[];
}

/** Groups in the order in which they first appear; within one by rank, then the unranked as given. `places`: how many a group has. */
export function selectPlaces<C extends Candidate>(candidates: readonly C[], places: number): readonly PlacedGroup<C>[] {
  const groups = new Map<string, C[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.industry);
    if (group) group.push(candidate);
    else groups.set(candidate.industry, [candidate]);
  }
  return [...groups].map(([industry, group]) => ({ industry, places, ranked: placeGroup(group, places) }));
}

interface Contest {
  readonly places: number;
  /** Projects that the office has decided to select. */
  readonly taken: readonly Candidate[];
  /** Places that are left for the score. */
  readonly free: number;
  /** The scores of all that are ranked, best first. */
  readonly scores: readonly Figure[];
  /** The scores that still compete for a free place, best first. */
  readonly open: readonly Figure[];
}

const isRanked = (candidate: Candidate): boolean => candidate.score !== null && rivals(candidate);
const rivals = ({ decided, competes }: Candidate): boolean => decided === true || (decided === null && competes);

function placeGroup<C extends Candidate>(group: readonly C[], places: number): readonly Placed<C>[] {
  const scoresOf = (members: readonly C[]) =>
    members.flatMap(({ score }) => (score === null ? [] : [score])).sort((a, b) => compareFigures(b, a));
  const taken = group.filter(({ decided }) => decided === true);
  const contest: Contest = {
    places,
    taken,
    free: Math.max(0, places - taken.length),
    scores: scoresOf(group.filter(isRanked)),
    open: scoresOf(group.filter((candidate) => isRanked(candidate) && candidate.decided === null)),
  };
  const placed = group.map((candidate): Placed<C> => ({ candidate, ...placeOf(candidate, contest) }));
  // A stable sort: the unranked keep the order given, after the ranked.
  return placed.sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) || 0);
}

type Verdict = Omit<Placed<Candidate>, "candidate">;

function placeOf(candidate: Candidate, contest: Contest): Verdict {
  const { score } = candidate;
  const place = score !== null && rivals(candidate) ? contest.scores.findIndex((other) => isSame(other, score)) + 1 : null;
  if (candidate.decided === true) return { place, selected: true, why: whyTaken(contest) };
  if (candidate.decided === false) return { place, selected: false, why: "已决定不入选" };
  if (!candidate.competes) return { place, selected: false, why: "不符合本条的其他条件，不参加遴选" };
  if (candidate.score === null) return { place, selected: null, why: "没有评分，不参加排名；评分或者议定之前不入选" };
  return { place, ...verdictByScore(candidate.score, place ?? 0, contest) };
}

function whyTaken({ places, taken }: Contest): string {
  const over = taken.length > places ? `；已决定入选的有 ${taken.length} 个，超过名额 ${places} 个` : "";
  return `已决定入选，占用一个名额${over}`;
}

function verdictByScore(score: Figure, place: number, contest: Contest): Pick<Verdict, "selected" | "why"> {
  const better = contest.open.filter((other) => isMore(other, score)).length;
  const level = contest.open.filter((other) => isSame(other, score)).length;
  if (better + level <= contest.free)
    return { selected: true, why: `按评分列第 ${place} 名，在名额（${contest.places} 个）之内` };
  if (better < contest.free) {
    return { selected: null, why: `与另外 ${level - 1} 个项目同分，并列第 ${place} 名，余下的名额不够，议定之前均不入选` };
  }
  return { selected: false, why: `按评分列第 ${place} 名，名额（${contest.places} 个）已满${whyFull(contest)}` };
}

/** Names what stands in the way beside the better scores, so that a departure from the ranking is seen. */
function whyFull({ taken, places }: Contest): string {
  if (taken.length === 0) return "";
  const names = taken.slice(0, places).map(({ project }) => project);
  return `，其中 ${taken.length} 个由已决定入选的项目占用：${names.join("、")}`;
}
