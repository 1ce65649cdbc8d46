/** Marks as short tags in Chinese. */
import { Mixed } from "../../words/mixed.tsx";
import { markWord } from "./mark-words.ts";

export function Marks({ marks }: { readonly marks: readonly string[] }) {
  if (marks.length === 0) return null;
  return (
    <span className="marks">
      {marks.map((mark) => (
        <span key={mark} className="mark-tag">
          <Mixed of={markWord(mark)} />
        </span>
      ))}
    </span>
  );
}
