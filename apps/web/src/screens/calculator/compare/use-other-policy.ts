/** Another policy of the server, made ready to compute once somebody wants to compare with it. */
import { useEffect, useState } from "react";
import { type Engine, engineOf } from "../../../engine.ts";
import { loadPolicy } from "../../../server.ts";

export type OtherPolicy =
  | { readonly kind: "none" }
  | { readonly kind: "waiting"; readonly id: string }
  | { readonly kind: "failed"; readonly id: string; readonly why: string }
  | { readonly kind: "ready"; readonly id: string; readonly engine: Engine };

const NONE: OtherPolicy = { kind: "none" };

export function useOtherPolicy(id: string | null): OtherPolicy {
  const [other, setOther] = useState<OtherPolicy>(NONE);
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    setOther({ kind: "waiting", id });
    void loadPolicy(id).then((policy) => {
      const engine = policy.ok ? engineOf(policy.value) : policy;
      if (!wanted) return;
      setOther(engine.ok ? { kind: "ready", id, engine: engine.value } : { kind: "failed", id, why: engine.errors.join("") });
    });
    return () => {
      wanted = false;
    };
  }, [id]);
  if (id === null) return NONE;
  return other.kind !== "none" && other.id === id ? other : { kind: "waiting", id };
}
