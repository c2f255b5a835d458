import { PRINTED_CHARACTERS } from '../../limits';
import { currentCall } from './current-call';

/** One line, and the call that printed it; outside of any call, none. */
export interface Printed {
  requestId?: string;
  level: 'info' | 'warn';
  text: string;
}

type WriteDone = (error?: Error | null) => void;

/**
 * Gives each line that is printed to `take`, under the call that printed it. A write without a line break is a line of its own.
 * It replaces the thread's streams: those know no call, and hold everything that a loop prints until the parent has read it.
 */
export function installPrinting(take: (line: Printed) => void): void {
  const outside = { printed: 0 };
  const print = (level: Printed['level'], text: string) => {
    const call = currentCall();
    const budget = call ?? outside;
    const left = PRINTED_CHARACTERS - budget.printed;
    budget.printed += text.length;
    if (left <= 0) return;
    const said = { requestId: call?.requestId, level };
    for (const line of text
      .slice(0, left)
      .replace(/\r?\n$/, '')
      .split('\n'))
      take({ ...said, text: line });
    if (text.length >= left) take({ ...said, text: `… more than ${PRINTED_CHARACTERS} characters: cut` });
  };
  replaceWrite(process.stdout, (text) => print('info', text));
  replaceWrite(process.stderr, (text) => print('warn', text));
}

function replaceWrite(stream: NodeJS.WriteStream, print: (text: string) => void): void {
  const write = (chunk: string | Uint8Array, encoding?: BufferEncoding | WriteDone, done?: WriteDone) => {
    print(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const written = typeof encoding === 'function' ? encoding : done;
    if (written) process.nextTick(written);
    return true;
  };
  Object.defineProperty(stream, 'write', { value: write, configurable: true, writable: true });
}
