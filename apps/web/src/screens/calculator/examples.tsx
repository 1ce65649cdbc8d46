/** The example dossiers, one click each. */

import type { ExampleDossier } from "@zhengdui/contract";
import type { Json } from "../../parts/form/json.ts";
import { chinese, t } from "../../words/t.ts";
import type { Sheet } from "./desk.ts";

export interface ExamplesProps {
  readonly examples: readonly ExampleDossier[];
  readonly chosen: string;
  readonly onOpen: (sheet: Sheet, label: string) => void;
}

export function Examples({ examples, chosen, onOpen }: ExamplesProps) {
  if (examples.length === 0) return null;
  return (
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">{t("从一份示例开始")}</h2>
      <ul>
        {examples.map(({ id, title, shows, dossier }) => {
          const [name, what] = title.split("：");
          return (
            <li key={id}>
              <button
                type="button"
                className="example"
                lang={chinese()}
                aria-pressed={id === chosen}
                onClick={() =>
                  onOpen(
                    { dossier: dossier as Json, skipped: [], growing: [], whole: true, from: title, example: id },
                    t("打开{name}", { name: name ?? title }),
                  )
                }
              >
                <span className="example-name">{name}</span>
                <span className="example-what">{what ?? ""}</span>
                <span className="example-shows">{shows}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
