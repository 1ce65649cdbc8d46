/** Marks as short tags in Chinese. */
import { markWord } from "./mark-words.ts";

export function Marks({ marks }: { readonly marks: readonly string[] }) {
  if (marks.length === 0) return null;
  return (
    <span className="marks">
      {marks.map((mark) => (
        <span key={mark} className="mark-tag">
          {markWord(mark)}
        </span>
      ))}
    </span>
  );
}
