/**
 * A form that is sent only when it is filled in: what is missing is said beside each field in our own words and heard, and the keyboard is led to
 * the first. What is mended is no longer said; nothing new is said while one types.
 */
import { createContext, type FormHTMLAttributes, useContext, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { controlsOf, faultOf, labelOf } from "./control-fault.ts";

type Faults = ReadonlyMap<string, string>;

const NONE: Faults = new Map();
const Said = createContext(NONE);

/** What is said of the control with this id. */
export const useSaidOf = (id: string): string | null => useContext(Said).get(id) ?? null;

export interface CheckedFormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, "onSubmit" | "noValidate"> {
  readonly onSend: () => void;
}

export function CheckedForm({ onSend, children, ...form }: CheckedFormProps) {
  const place = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState(NONE);
  const [heard, setHeard] = useState({ tries: 0, words: "" });
  const mend = () => {
    if (place.current === null || faults.size === 0) return;
    const still = new Map([...faultsOf(place.current)].filter(([id]) => faults.has(id)));
    if (!isSame(still, faults)) setFaults(still);
  };
  // A control's fault may also go by what another one is given.
  useEffect(mend);
  const send = () => {
    if (place.current === null) return;
    const found = faultsOf(place.current);
    const first = controlsOf(place.current).find(({ id }) => found.has(id));
    const words = first === undefined ? "" : `有 ${found.size} 处要填写或改正，从“${labelOf(first)}”开始。`;
    flushSync(() => {
      setFaults(found);
      setHeard({ tries: heard.tries + 1, words });
    });
    if (first === undefined) onSend();
    else first.focus();
  };
  return (
    <form
      {...form}
      noValidate
      ref={place}
      onInput={mend}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Said value={faults}>{children}</Said>
      <div className="visually-hidden" aria-live="polite">
        <p key={heard.tries}>{heard.words}</p>
      </div>
    </form>
  );
}

const faultsOf = (form: HTMLFormElement): Faults =>
  new Map(
    controlsOf(form).flatMap((control) => {
      const fault = faultOf(control);
      return fault === null ? [] : [[control.id, fault] as const];
    }),
  );

const isSame = (some: Faults, others: Faults): boolean =>
  some.size === others.size && [...some].every(([id, fault]) => others.get(id) === fault);
