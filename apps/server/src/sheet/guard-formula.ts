/**
 * Keeps a spreadsheet from computing what is only text: in a CSV, a cell that begins with = + - @ (full-width ones too), a tab or a line end gets an apostrophe in front.
 * Reading takes it away again, so that writing and reading give the same text.
 */

export const guard = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

export const unguard = (text: string): string => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text);
