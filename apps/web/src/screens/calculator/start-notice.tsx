/** What stands at the head of the calculator whatever is computed: the policies, and whether this one is in force. In the HTML before any script. */
import type { PolicySummary } from "@zhengdui/contract";
import { PolicyChoice, type PolicyChoiceProps } from "./policy-choice.tsx";
import { PolicyNotice } from "./policy-notice.tsx";

export interface StartNoticeProps {
  readonly policies: PolicyChoiceProps["policies"];
  readonly summary: PolicySummary;
}

export function StartNotice({ policies, summary }: StartNoticeProps) {
  return (
    <>
      <PolicyChoice policies={policies} chosen={summary.id} />
      <PolicyNotice summary={summary} />
    </>
  );
}
