import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { sha256, syncFolderNow } from '../durable-file';

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

/** Hexadecimal digits of a line's checksum. */
const SUM = 16;

/** Kept as one line for each event, a checksum and JSON, so that agreements survive a restart. */
export class OutboxFile implements Outbox {
  private readonly sent: SentMessage[] = [];
  private readonly agreed = new Map<string, number>();

  /** Reads what is there. Throws when a line is not what was written. */
  constructor(private readonly file: string) {
    if (!existsSync(file)) {
      closeSync(openSync(file, 'a'));
      syncFolderNow(path.dirname(file));
    }
    const text = readFileSync(file, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const lines = whole.split('\n').slice(0, -1);
    const damaged = (at: number) => new Error(`${file} is damaged: line ${at + 1} is not what was written`);
    for (const [at, line] of lines.entries()) {
      const json = jsonOf(line);
      if (json === undefined) throw damaged(at);
      this.apply(JSON.parse(json) as Line);
    }
    const tail = text.slice(whole.length);
    // A whole line with a sign after it, which was a newline.
    if (jsonOf(tail.slice(0, -1)) !== undefined) throw damaged(lines.length);
    // Any other tail was being written when the process ended: nobody was told of it.
    if (tail !== '') truncateSync(file, Buffer.byteLength(whole));
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

  /** All that was recorded, as it lies in the file. */
  content(): Buffer {
    return readFileSync(this.file);
  }

  /** On disk when it returns: who is told that a message was sent, or may be, was told the truth. */
  private record(line: Line): void {
    const json = JSON.stringify(line);
    const handle = openSync(this.file, 'a');
    const { size } = fstatSync(handle);
    try {
      // All of it or an error: a single write may stop where the disk is full, and not say so.
      writeFileSync(handle, `${sumOf(json)} ${json}\n`);
      fsyncSync(handle);
    } catch (error) {
      // Half a line would be joined to the next one.
      ftruncateSync(handle, size);
      throw error;
    } finally {
      closeSync(handle);
    }
    this.apply(line);
  }

  private apply(line: Line): void {
    if ('sent' in line) this.sent.push(line.sent);
    const change = 'sent' in line ? { ...line.sent, count: -1 } : line.accepted;
    const key = keyOf(change.openid, change.templateId);
    this.agreed.set(key, (this.agreed.get(key) ?? 0) + change.count);
  }
}

/** What a line records; undefined when it is not as it was written. */
function jsonOf(line: string): string | undefined {
  const json = line.slice(SUM + 1);
  return line === `${sumOf(json)} ${json}` ? json : undefined;
}

function sumOf(json: string): string {
  return sha256(json).slice(0, SUM);
}

function keyOf(openid: string, templateId: string): string {
  return `${openid} ${templateId}`;
}
