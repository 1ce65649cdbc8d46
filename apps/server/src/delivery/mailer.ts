/** Sends mails by SMTP. Where no server is named, none are sent, and messages are read in the office alone. */
import { createTransport } from "nodemailer";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type SendMail = (letter: Letter) => Promise<void>;

const PATIENCE_MS = 15_000;

/** `url`: smtp://user:password@host:port or smtps://…; `from`: the address that mails come from. */
export function mailer(url: string, from: string): SendMail {
  const transport = createTransport(url, { from });
  return async ({ to, subject, text }) => {
    const sent = transport.sendMail({ to, subject, text, disableFileAccess: true, disableUrlAccess: true });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("邮件服务器没有在时限内答复")), PATIENCE_MS);
    });
    try {
      await Promise.race([sent, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
