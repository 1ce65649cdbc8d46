/** Reads a DMN file as any engine would: from its XML alone. Nothing of the program that wrote it is used. */
import { XmlDocument, type XmlElement } from "libxml2-wasm";

export interface ReadTable {
  readonly hitPolicy: string;
  readonly inputs: readonly string[];
  readonly rules: readonly { readonly tests: readonly string[]; readonly value: string }[];
}

export type ReadLogic = { readonly text: string } | { readonly table: ReadTable };

export interface ReadNode {
  readonly id: string;
  readonly name: string;
  readonly kind: "inputData" | "decision" | "businessKnowledgeModel" | "knowledgeSource";
  readonly description: string;
  readonly type: string;
  /** Ids, by kind of requirement. */
  readonly needs: readonly string[];
  readonly calls: readonly string[];
  readonly authorities: readonly string[];
  readonly parameters: readonly string[];
  readonly logic: ReadLogic | null;
}

export interface ReadType {
  readonly id: string;
  readonly name: string;
  readonly list: boolean;
  readonly base: string;
  readonly description: string;
  readonly parts: readonly ReadType[];
}

export interface ReadModel {
  readonly nodes: ReadonlyMap<string, ReadNode>;
  readonly types: ReadonlyMap<string, ReadType>;
  readonly notes: readonly string[];
  /** By diagram: what its shapes and edges stand for. */
  readonly diagrams: readonly { readonly shapes: readonly string[]; readonly edges: readonly string[] }[];
  readonly drawings: readonly { readonly boxes: readonly ReadBox[]; readonly lines: readonly ReadLine[] }[];
  readonly requirementIds: readonly string[];
}

interface ReadBox {
  readonly of: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ReadLine {
  readonly of: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const KINDS = ["inputData", "decision", "businessKnowledgeModel", "knowledgeSource"] as const;

export function readModel(xml: string): ReadModel {
  using document = XmlDocument.fromString(xml);
  const root = document.root;
  const nodes = KINDS.flatMap((kind) => all(root, `d:${kind}`).map((element) => readNode(kind, element)));
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    types: new Map(
      all(root, "d:itemDefinition")
        .map(readType)
        .map((type) => [type.name, type]),
    ),
    notes: all(root, "d:textAnnotation/d:text").map((text) => text.content),
    diagrams: all(root, "di:DMNDI/di:DMNDiagram").map((diagram) => ({
      shapes: all(diagram, "di:DMNShape").map((shape) => attribute(shape, "dmnElementRef")),
      edges: all(diagram, "di:DMNEdge").map((edge) => attribute(edge, "dmnElementRef")),
    })),
    drawings: all(root, "di:DMNDI/di:DMNDiagram").map((diagram) => ({
      boxes: all(diagram, "di:DMNShape").map(readBox),
      lines: all(diagram, "di:DMNEdge").map(readLine),
    })),
    requirementIds: ["informationRequirement", "knowledgeRequirement", "authorityRequirement"].flatMap((tag) =>
      all(root, `.//d:${tag}`).map((requirement) => attribute(requirement, "id")),
    ),
  };
}

function all(of: XmlElement, path: string): XmlElement[] {
  const model = of.doc.root.namespaceUri;
  return of.find(path, { d: model, di: model.replace("/MODEL/", "/DMNDI/") }) as XmlElement[];
}

const one = (of: XmlElement, path: string): XmlElement | undefined => all(of, path)[0];
const attribute = (of: XmlElement | undefined, name: string): string => of?.attr(name)?.value ?? "";
const textAt = (of: XmlElement, path: string): string => one(of, path)?.content ?? "";

function readNode(kind: ReadNode["kind"], element: XmlElement): ReadNode {
  const hrefs = (path: string): string[] => all(element, path).map((e) => attribute(e, "href").slice(1));
  const body = kind === "businessKnowledgeModel" ? one(element, "d:encapsulatedLogic") : element;
  return {
    id: attribute(element, "id"),
    name: attribute(element, "name"),
    kind,
    description: textAt(element, "d:description"),
    type: attribute(one(element, "d:variable"), "typeRef"),
    needs: hrefs("d:informationRequirement/*"),
    calls: hrefs("d:knowledgeRequirement/*"),
    authorities: hrefs("d:authorityRequirement/*"),
    parameters: all(element, "d:encapsulatedLogic/d:formalParameter").map((p) => attribute(p, "name")),
    logic: body === undefined ? null : readLogic(body),
  };
}

function readLogic(of: XmlElement): ReadLogic | null {
  const literal = one(of, "d:literalExpression/d:text");
  if (literal !== undefined) return { text: literal.content };
  const table = one(of, "d:decisionTable");
  if (table === undefined) return null;
  return {
    table: {
      hitPolicy: attribute(table, "hitPolicy"),
      inputs: all(table, "d:input/d:inputExpression/d:text").map((t) => t.content),
      rules: all(table, "d:rule").map((rule) => ({
        tests: all(rule, "d:inputEntry/d:text").map((t) => t.content),
        value: textAt(rule, "d:outputEntry/d:text"),
      })),
    },
  };
}

const readType = (element: XmlElement): ReadType => ({
  id: attribute(element, "id"),
  name: attribute(element, "name"),
  list: attribute(element, "isCollection") === "true",
  base: textAt(element, "d:typeRef"),
  description: textAt(element, "d:description"),
  parts: all(element, "d:itemComponent").map(readType),
});

const numberOf = (of: XmlElement | undefined, name: string): number => Number(attribute(of, name));

function readBox(shape: XmlElement): ReadBox {
  const bounds = shape.get("*[local-name()='Bounds']") as XmlElement;
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => numberOf(bounds, name)) as [
    number,
    number,
    number,
    number,
  ];
  return { of: attribute(shape, "dmnElementRef"), x, y, width, height };
}

const readLine = (edge: XmlElement): ReadLine => ({
  of: attribute(edge, "dmnElementRef"),
  points: (edge.find("*[local-name()='waypoint']") as XmlElement[]).map((p) => ({ x: numberOf(p, "x"), y: numberOf(p, "y") })),
});
