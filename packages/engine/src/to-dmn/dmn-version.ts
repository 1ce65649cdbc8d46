/** The versions of DMN that are written, and their namespaces. What a model says is the same in both. */

export const DMN_VERSIONS = ["1.5", "1.3"] as const;
export type DmnVersion = (typeof DMN_VERSIONS)[number];

export interface Namespaces {
  readonly model: string;
  readonly dmndi: string;
  readonly feel: string;
}

const under = (date: string): Namespaces => ({
  model: `https://www.omg.org/spec/DMN/${date}/MODEL/`,
  dmndi: `https://www.omg.org/spec/DMN/${date}/DMNDI/`,
  feel: `https://www.omg.org/spec/DMN/${date}/FEEL/`,
});

export const NAMESPACES: Readonly<Record<DmnVersion, Namespaces>> = { "1.5": under("20230324"), "1.3": under("20191111") };

/** Of shapes and bounds; the same since 1.2. */
export const DC = "http://www.omg.org/spec/DMN/20180521/DC/";
export const DI = "http://www.omg.org/spec/DMN/20180521/DI/";
