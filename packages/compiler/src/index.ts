export { MARK_WORDS, NOT_YET, STATUS_WORDS } from "./cases/case-words.ts";
export { readCases } from "./cases/read-cases.ts";
export { type CaseEngine, type CaseResult, type CaseRun, runCase } from "./cases/run-cases.ts";
export type { Expected, ExpectedMeasure, WorkedCase } from "./cases/worked-case.ts";
export { compilePolicy, type PolicySources } from "./compile-policy.ts";
export { type Complaint, complain, printComplaint } from "./complaints.ts";
export {
  DEFAULT_TITLE,
  DOCUMENTS,
  type DocumentName,
  type Documents,
  faultOfTitle,
  type NewPolicy,
  newPolicy,
} from "./new-policy.ts";
export { checkText } from "./text-check.ts";
export { type Vocabulary, vocabularyOf, type Word } from "./vocabulary.ts";
