/** What a form holds, kept until it is sent (use-kept.ts); its sending; and each of its fields with what the server said of it. */
import { useMutation } from "@tanstack/react-query";
import { faultAt } from "./field.tsx";
import type { Sending } from "./office-form.tsx";
import { useKept } from "./use-kept.ts";

export interface FormSettings<Form extends object, Answer> {
  /** One form of one thing, such as "answer 17"; null: it holds a secret and is never kept. */
  readonly place: string | null;
  readonly empty: Form;
  readonly send: (form: Form) => Promise<Answer>;
  /** Once it is sent; what was typed is shown until this is done. */
  readonly onSent?: (answer: Answer, sent: Form) => unknown;
  readonly onRefused?: () => void;
  /** What stays for the next one of the kind. */
  readonly next?: (sent: Form) => Form;
}

export function useForm<Form extends object, Answer>(settings: FormSettings<Form, Answer>) {
  const { place, empty, send, onSent, onRefused, next } = settings;
  const { form, set, drop, forget } = useKept(place, empty);
  const { isPending, error, data, variables, mutate, reset } = useMutation({
    mutationFn: send,
    // What was typed isn't held longer than the form is shown.
    gcTime: 0,
    onSuccess: async (answer, sent) => {
      drop();
      await onSent?.(answer, sent);
      forget(next?.(sent));
    },
    onError: () => onRefused?.(),
  });
  const frame: Sending = { pending: isPending, error, beside: Object.keys(empty), onSend: () => mutate(form) };
  const field = <Key extends keyof Form & string>(key: Key) => ({
    value: form[key],
    onValue: (value: Form[Key]) => set({ [key]: value } as unknown as Partial<Form>),
    fault: faultAt(error, key),
  });
  return { form, set, forget, field, frame, error, answer: data, sent: variables, reset };
}
