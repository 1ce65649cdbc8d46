/** Adds up an allocation's certificate again, from the problem alone; shares no code with the engine. Returns what is wrong ([]: nothing). */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

function paid(fund, index, keeper) {
  const kept = fund.entries.filter((entry) => keeper[entry.project] === index);
  if (fund.kind === "each") return Math.min(fund.cap ?? Number.POSITIVE_INFINITY, sum(kept.map((entry) => entry.amount)));
  const groups = fund.largest ? [...new Set(kept.map((entry) => entry.group))] : [undefined];
  const of = (group) => sum(kept.filter((entry) => group === undefined || entry.group === group).map((entry) => entry.basis));
  const reached = Math.max(0, ...groups.map(of));
  return Math.min(fund.alone, fund.steps.findLast((step) => step.from <= reached)?.value ?? 0);
}

export function check(problem, { keeper, granted, standing, total, upperBound }) {
  const objections = [];
  const must = (holds, what) => holds || objections.push(what);
  must([...granted, standing, total, upperBound].every(Number.isSafeInteger), "not all figures are integers");
  must(keeper.length === problem.projects && granted.length === problem.funds.length, "lengths");
  for (let project = 0; project < problem.projects; project++) {
    const claims = problem.funds.flatMap((fund, index) => (fund.entries.some((one) => one.project === project) ? [index] : []));
    if (problem.outside.some((award) => award.project === project)) claims.push(-1);
    must((claims.length ? claims : [null]).includes(keeper[project]), `project ${project} isn't kept by one of its claimants`);
  }
  for (const [index, fund] of problem.funds.entries()) must(granted[index] === paid(fund, index, keeper), `fund ${index}`);
  must(standing === sum(problem.outside.filter((one) => keeper[one.project] === -1).map((one) => one.total)), "standing");
  must(total === sum(granted) + standing, "total");
  must(total <= upperBound, "the total exceeds its bound");
  return objections;
}
