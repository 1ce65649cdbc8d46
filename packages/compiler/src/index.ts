export { ABSENT, MARK_WORDS, NOT_YET, SELECTED_WORDS, STATUS_WORDS } from "./cases/case-words.ts";
export { readAllCases, readCases, type WorkedCases } from "./cases/read-cases.ts";
export { type CaseEngine, type CaseResult, type CaseRun, runCase } from "./cases/run-cases.ts";
export type { Expected, ExpectedMeasure, WorkedCase, WorkedRound } from "./cases/worked-case.ts";
export { writeCaseFacts } from "./cases/write-case.ts";
export { compilePolicy, type Examination, examinePolicy, type PolicySources } from "./compile-policy.ts";
export { type Complaint, complain, printComplaint, printNotice } from "./complaints.ts";
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
