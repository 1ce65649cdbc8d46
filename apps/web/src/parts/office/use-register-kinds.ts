/** The kinds of registers that one may see, each with its family and its version in force. */
import { useQueries } from "@tanstack/react-query";
import type { OfficePaths } from "@zhengdui/contract";
import { answered, server } from "../../office-server.ts";
import { FAMILIES, type FamilyPlace } from "./register-family.ts";
import { useMe } from "./use-me.ts";

type KindsAnswer = OfficePaths["/api/office/registers/kinds"]["get"]["responses"][200]["content"]["application/json"];
export type Kind = KindsAnswer["kinds"][number];
export type Version = NonNullable<Kind["latest"]>;

export interface FamilyKind extends Kind {
  readonly place: FamilyPlace;
}

export interface RegisterKinds {
  readonly kinds: readonly FamilyKind[];
  readonly pending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Whatever begins with this is asked for anew once a register was imported or undone. */
export const REGISTERS = ["registers"] as const;

export function useRegisterKinds(): RegisterKinds {
  const may = useMe().data?.may ?? {};
  const places = FAMILIES.filter(({ read }) => may[read] !== undefined);
  const asked = useQueries({
    queries: places.map(({ root }) => ({
      queryKey: [...REGISTERS, "kinds", root],
      queryFn: () => answered(server.GET(`/api/office/${root}/kinds`)),
    })),
  });
  return {
    kinds: asked.flatMap(({ data }, at) => {
      const place = places[at];
      return place === undefined || data === undefined ? [] : data.kinds.map((kind) => ({ ...kind, place }));
    }),
    pending: asked.some(({ isPending }) => isPending),
    error: asked.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const one of asked) if (one.isError) void one.refetch();
    },
  };
}
