/** An error as it is written into the log: what went wrong and where, without the values of the statement that failed. Names, account numbers and hashes aren't for logs. */

export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  /** Of the database: which rule was broken. */
  readonly constraint?: string;
  readonly cause?: LoggedError;
}

/** A failed query carries its values in its message, and so in its stack, after this mark. */
const VALUES = /\nparams: [\s\S]*$/;

export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const textAt = (name: "code" | "constraint") => (name in error ? { [name]: String(error[name as keyof Error]) } : {});
  return {
    type: error.name,
    message: error.message.replace(VALUES, ""),
    stack: framesOf(error),
    ...textAt("code"),
    ...textAt("constraint"),
    ...(error.cause instanceof Error ? { cause: loggedError(error.cause) } : {}),
  };
}

/** The stack without the message that it begins with. */
function framesOf({ stack = "", message }: Error): string {
  const at = message === "" ? -1 : stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length).trimStart();
}
