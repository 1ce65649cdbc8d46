/** A begun policy still called what the sample is called: it would be published under an office and a number that aren't its own. */
import { type Complaint, complain } from "../complaints.ts";
import { SAMPLE_ISSUER, sampleNumber } from "../new-policy.ts";
import type { PolicyDocument } from "../read/policy-document.ts";
import type { Front } from "./front.ts";

export function sampleNotices(document: PolicyDocument, front: Front | null): Complaint[] {
  if (front === null) return [];
  const still: readonly (readonly [key: string, label: string, words: string, isSample: boolean])[] = [
    ["number", "文号", front.number, front.number === sampleNumber(front.version)],
    ["issuer", "发文机关", front.issuer, front.issuer === SAMPLE_ISSUER],
  ];
  return still.flatMap(([key, label, words, isSample]) => {
    if (!isSample) return [];
    const { line, column } = document.front.placeOf([key], 0);
    return [complain("sample-left", { file: document.file, line, column, words }, { key, label })];
  });
}
