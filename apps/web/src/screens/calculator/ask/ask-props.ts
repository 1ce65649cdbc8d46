/** What the conversation and each of its questions are given. */
import type { Interview } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import type { ReactNode } from "react";
import type { FormContext } from "../../../parts/form/form-context.ts";
import type { Path } from "../../../parts/form/json.ts";
import type { Topic } from "./topic.ts";

export interface AskProps {
  readonly policy: Policy;
  readonly interview: Interview;
  readonly form: FormContext;
  readonly skipped: readonly string[];
  readonly skip: (paths: readonly Path[], label: string) => void;
  /** Says whether more rows of a list may come. */
  readonly grow: (list: string, on: boolean) => void;
  readonly onResult: () => void;
  /** What stands beside the first question. */
  readonly start: ReactNode;
}

export type QuestionProps<Kind extends Topic["kind"]> = AskProps & {
  readonly topic: Extract<Topic, { kind: Kind }>;
  readonly onNext: () => void;
};
