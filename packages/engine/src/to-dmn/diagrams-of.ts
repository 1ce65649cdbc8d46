/** The diagrams of a model: one of the whole, which every tool opens first, and one for each measure with all that it rests on. */
import type { DmnModel, DmnNode, Note } from "./dmn-model.ts";
import { type Box, type Layout, type Link, layOut } from "./lay-out.ts";
import { associationId, requirementId } from "./requirement-id.ts";

export interface Diagram extends Layout {
  readonly id: string;
  readonly name: string;
}

export function diagramsOf(model: DmnModel): Diagram[] {
  const measures = model.nodes.filter((node) => node.kind === "decision" && /^measure_[^_]+$/.test(node.id));
  return [
    { id: "diagram", name: "全部", ...drawn(model, model.nodes) },
    ...measures.map((measure, i) => ({
      id: `diagram_${i + 1}`,
      name: measure.label,
      ...drawn(model, restsOn(model, measure)),
    })),
  ];
}

/** The node and, through all requirements, what it needs. */
function restsOn(model: DmnModel, node: DmnNode): readonly DmnNode[] {
  const byId = new Map(model.nodes.map((n) => [n.id, n]));
  const found = new Set<string>();
  const open = [node.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const next = byId.get(id);
    if (next === undefined || found.has(id)) continue;
    found.add(id);
    open.push(...sourcesOf(next));
  }
  return model.nodes.filter((n) => found.has(n.id));
}

const sourcesOf = (node: DmnNode): readonly string[] =>
  node.kind === "decision" || node.kind === "function" ? [...node.needs, ...node.calls, ...node.authorities] : [];

function drawn(model: DmnModel, nodes: readonly DmnNode[]): Layout {
  const shown = new Map(nodes.map((node) => [node.id, node]));
  const notes = model.notes.filter((note) => shown.has(note.about));
  const boxes = [...nodes.map(boxOf), ...notes.map((note) => noteBox(note, shown.get(note.about) as DmnNode))];
  const links = nodes.flatMap((node) =>
    sourcesOf(node).map((from): Link => ({ id: requirementId(from, node.id), from, to: node.id })),
  );
  const associations = notes.map(({ id, about }): Link => ({ id: associationId(id), from: about, to: id }));
  return layOut(boxes, [...links, ...associations]);
}

function boxOf({ id, kind, place }: DmnNode): Box {
  switch (kind) {
    case "input":
      return { id, ...place, width: 170, height: 50 };
    case "source":
      return { id, ...place, width: 170, height: 64 };
    case "function":
      return { id, ...place, width: 150, height: 46 };
    case "decision":
      return id.startsWith("figure_") ? { id, ...place, width: 190, height: 40 } : { id, ...place, width: 200, height: 64 };
  }
}

const NOTE_WIDTH = 280;
/** Characters and pixels of a line of a note. */
const LINE_CHARACTERS = 17;
const LINE_HEIGHT = 19;

function noteBox({ id, text }: Note, { place }: DmnNode): Box {
  const lines = Math.ceil(text.length / LINE_CHARACTERS);
  return { id, band: place.band, column: place.column + 1, width: NOTE_WIDTH, height: lines * LINE_HEIGHT + 20 };
}
