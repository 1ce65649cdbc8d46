/** Opens a dossier in the calculator, computed by the draft's rules: a tab of its own, which finds both in what its opener hands it. */
import { giveTrial, type Trial, takeBack } from "../../workshop-handover.ts";
import { workshopPaths } from "../../workshop-paths.ts";

/** false: the browser forbids new tabs, or can't hold what is to be handed over. */
export function openTrial(trial: Trial): boolean {
  if (!giveTrial(trial)) return false;
  // A new tab begins with a copy of this one's session storage.
  const opened = window.open(workshopPaths.trial, "_blank");
  takeBack();
  return opened !== null;
}
