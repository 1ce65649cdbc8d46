/** A model as DMN XML: item definitions, requirements, logic, then the diagrams. */
import { type Diagram, diagramsOf } from "./diagrams-of.ts";
import type { DecisionTable, DmnModel, DmnNode, ItemType, Logic, Note, Requirements } from "./dmn-model.ts";
import { DC, DI, type DmnVersion, NAMESPACES } from "./dmn-version.ts";
import type { Shape } from "./lay-out.ts";
import { associationId, requirementId } from "./requirement-id.ts";
import { element, textElement, type Xml } from "./xml-element.ts";

export function writeDmn(model: DmnModel, version: DmnVersion): string {
  const { model: xmlns, dmndi, feel } = NAMESPACES[version];
  const body = [
    textElement("description", model.description),
    ...model.types.map((type) => itemType("itemDefinition", type)),
    ...model.nodes.map(node),
    ...model.notes.flatMap(note),
    element("dmndi:DMNDI", {}, diagramsOf(model).map(diagram)),
  ];
  const attributes = {
    ...{
      xmlns,
      "xmlns:dmndi": dmndi,
      "xmlns:dc": DC,
      "xmlns:di": DI,
      id: model.id,
      name: model.name,
      namespace: model.namespace,
    },
    ...{ expressionLanguage: feel, typeLanguage: feel, exporter: "zhengdui" },
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("definitions", attributes, body)}\n`;
}

function itemType(tag: string, type: ItemType): Xml {
  const allowed =
    type.allowed === "" ? "" : element("allowedValues", { id: `${type.id}_values` }, [textElement("text", type.allowed)]);
  return element(tag, { id: type.id, name: type.name, isCollection: type.list ? true : null }, [
    textElement("description", type.description),
    type.base === null ? "" : textElement("typeRef", type.base),
    allowed,
    ...type.parts.map((part) => itemType("itemComponent", part)),
  ]);
}

function node(of: DmnNode): Xml {
  const { id, name, label } = of;
  const attributes = { id, name, label: label === "" || label === name ? null : label };
  const description = textElement("description", of.description);
  switch (of.kind) {
    case "input":
      return element("inputData", attributes, [description, variable(id, name, of.type)]);
    case "source":
      return element("knowledgeSource", attributes, [description]);
    case "decision":
      return element("decision", attributes, [
        description,
        variable(id, name, of.type),
        ...requirements(id, of),
        logic(id, of.logic, of.type),
      ]);
    case "function": {
      const parameters = of.parameters.map((p, i) =>
        element("formalParameter", { id: `${id}_parameter${i + 1}`, name: p.name, typeRef: p.type }),
      );
      return element("businessKnowledgeModel", attributes, [
        description,
        element("variable", { id: `${id}_variable`, name }),
        element("encapsulatedLogic", { id: `${id}_function`, kind: "FEEL" }, [...parameters, logic(id, of.logic, of.type)]),
        ...requirements(id, of),
      ]);
    }
  }
}

const variable = (id: string, name: string, typeRef: string): Xml => element("variable", { id: `${id}_variable`, name, typeRef });

function requirements(id: string, { needs, calls, authorities }: Requirements): Xml[] {
  const one = (tag: string, target: string, from: string): Xml =>
    element(tag, { id: requirementId(from, id) }, [element(target, { href: `#${from}` })]);
  return [
    ...needs.map((from) => one("informationRequirement", from.startsWith("input_") ? "requiredInput" : "requiredDecision", from)),
    ...calls.map((from) => one("knowledgeRequirement", "requiredKnowledge", from)),
    ...authorities.map((from) => one("authorityRequirement", "requiredAuthority", from)),
  ];
}

function logic(id: string, of: Logic, typeRef: string): Xml {
  if (of.kind === "literal") return element("literalExpression", { id: `${id}_logic`, typeRef }, [textElement("text", of.text)]);
  return decisionTable(`${id}_logic`, of);
}

function decisionTable(id: string, table: DecisionTable): Xml {
  const inputs = table.inputs.map((input, i) =>
    element("input", { id: `${id}_input${i + 1}`, label: input.label }, [
      element("inputExpression", { id: `${id}_input${i + 1}_expression`, typeRef: input.type }, [
        textElement("text", input.text),
      ]),
    ]),
  );
  const rules = table.rules.map((rule, r) => {
    const at = `${id}_rule${r + 1}`;
    // Some tools show a rule's description beside it, others its annotation.
    return element("rule", { id: at }, [
      textElement("description", rule.annotation),
      ...rule.tests.map((test, i) => element("inputEntry", { id: `${at}_test${i + 1}` }, [textElement("text", test)])),
      element("outputEntry", { id: `${at}_value` }, [textElement("text", rule.value)]),
      element("annotationEntry", {}, [textElement("text", rule.annotation) || element("text", {})]),
    ]);
  });
  return element("decisionTable", { id, hitPolicy: table.hitPolicy, outputLabel: table.output.label }, [
    ...inputs,
    element("output", { id: `${id}_output`, label: table.output.label, typeRef: table.output.type }),
    element("annotation", { name: "说明" }),
    ...rules,
  ]);
}

const note = ({ id, about, text }: Note): Xml[] => [
  element("textAnnotation", { id }, [textElement("text", text)]),
  element("association", { id: associationId(id) }, [
    element("sourceRef", { href: `#${about}` }),
    element("targetRef", { href: `#${id}` }),
  ]),
];

const bounds = ({ x, y, width, height }: Shape): Xml => element("dc:Bounds", { x, y, width, height });

function diagram({ id, name, shapes, edges, width, height }: Diagram): Xml {
  return element("dmndi:DMNDiagram", { id, name }, [
    element("dmndi:Size", { width, height }),
    ...shapes.map((shape) =>
      element("dmndi:DMNShape", { id: `${id}_shape_${shape.of}`, dmnElementRef: shape.of }, [bounds(shape)]),
    ),
    ...edges.map((edge) =>
      element(
        "dmndi:DMNEdge",
        { id: `${id}_edge_${edge.of}`, dmnElementRef: edge.of },
        edge.points.map(({ x, y }) => element("di:waypoint", { x, y })),
      ),
    ),
  ]);
}
