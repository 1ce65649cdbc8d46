/** The pattern for words anywhere in a folded text, whatever their width, case and spaces. */
import { type SQL, sql } from "drizzle-orm";

export const likePart = (words: string): SQL => sql`'%' || regexp_replace(folded(${words}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
