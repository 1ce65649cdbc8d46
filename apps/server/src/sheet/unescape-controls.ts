/** Characters that XML can't hold or would change, as a workbook writes them (ECMA-376, 22.9.2.19): _x000D_, and a text that looks like that as _x005F_x000D_. */

export const unescapeControls = (text: string): string =>
  text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** Half of a character outside of the first plane can't be written either. */
export const escapeControls = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (control) =>
      control === "\t" || control === "\n" ? control : `_x${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
