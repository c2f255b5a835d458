import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** A subscription message that was sent. */
export interface SentMessage {
  openid: string;
  templateId: string;
  page?: string;
  /** Field name, such as `thing1`, to its text. */
  data: Record<string, string>;
  /** Epoch ms, by the cloud's clock. */
  sentAt: number;
}

/** What would have been sent to phones. */
export interface Outbox {
  /** All messages in the order they were sent, or those to one person. */
  messages(openid?: string): SentMessage[];
  /** The person agrees to `count` more messages of a template (default 1), as requestSubscribeMessage on a phone does. */
  accept(openid: string, templateId: string, count?: number): void;
  /** How many messages of a template may still be sent to the person. */
  left(openid: string, templateId: string): number;
}

type Line = { accepted: { openid: string; templateId: string; count: number } } | { sent: SentMessage };

/** Kept as one line of JSON for each event, so that agreements survive a restart. */
export class OutboxFile implements Outbox {
  private readonly sent: SentMessage[] = [];
  private readonly agreed = new Map<string, number>();

  constructor(private readonly file: string) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    // What follows the last newline was being written when the process ended.
    for (const line of text.split('\n').slice(0, -1)) this.apply(JSON.parse(line) as Line);
  }

  messages(openid?: string): SentMessage[] {
    return this.sent.filter((message) => openid === undefined || message.openid === openid);
  }

  accept(openid: string, templateId: string, count = 1): void {
    this.record({ accepted: { openid, templateId, count } });
  }

  left(openid: string, templateId: string): number {
    return this.agreed.get(keyOf(openid, templateId)) ?? 0;
  }

  /** Sends when the person agreed to one more: false when not. */
  send(message: SentMessage): boolean {
    if (this.left(message.openid, message.templateId) < 1) return false;
    this.record({ sent: message });
    return true;
  }

  private record(line: Line): void {
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
    this.apply(line);
  }

  private apply(line: Line): void {
    if ('sent' in line) this.sent.push(line.sent);
    const change = 'sent' in line ? { ...line.sent, count: -1 } : line.accepted;
    const key = keyOf(change.openid, change.templateId);
    this.agreed.set(key, (this.agreed.get(key) ?? 0) + change.count);
  }
}

function keyOf(openid: string, templateId: string): string {
  return `${openid} ${templateId}`;
}
