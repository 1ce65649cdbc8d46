/** Choosing one of the county's towns, or none. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";
import { Choice } from "./choice.tsx";

export interface TownChoiceProps {
  readonly label: string;
  /** What "none of them" is called. */
  readonly none: string;
  readonly value: string;
  readonly onValue: (town: string) => void;
  readonly fault?: string | null;
  /** "None of them" is no answer. */
  readonly required?: boolean;
  readonly missing?: string;
}

export function TownChoice({ label, none, value, onValue, fault = null, ...asked }: TownChoiceProps) {
  const towns = useQuery({
    queryKey: ["territories"],
    queryFn: () => answered(server.GET("/api/office/territories")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const options = (towns.data?.territories ?? []).map((town) => ({ value: town, label: town }));
  return (
    <Choice
      {...asked}
      label={label}
      value={value}
      onValue={onValue}
      options={[{ value: "", label: none }, ...options]}
      fault={towns.error === null ? fault : "镇（街道）的名单取不到，请稍后再试"}
    />
  );
}
