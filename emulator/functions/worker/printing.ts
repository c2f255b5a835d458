import { PRINTED_CHARACTERS } from '../../limits';
import { currentCall, nothingPrinted, type CurrentCall, type PrintingState } from './current-call';

/** One line, and the call that printed it; outside of any call, none. */
export interface Printed {
  requestId?: string;
  level: 'info' | 'warn';
  text: string;
}

/** Lines that were printed beyond the limit and are not sent; `first`: it was reached just now. */
export interface Unprinted {
  requestId?: string;
  lines: number;
  first: boolean;
}

export interface PrintingTakers {
  printed: (line: Printed) => void;
  unprinted: (lines: Unprinted) => void;
}

/** So many unsent lines are told at once: a call that is ended before it is answered leaves at most so many uncounted. */
const COUNTED_AT_ONCE = 1000;

type WriteDone = (error?: Error | null) => void;

/**
 * Gives each line that is printed to `takers`, under the call that printed it. A write without a line break is a line of its own.
 * It replaces the thread's streams: those know no call, and hold everything that a loop prints until the parent has read it.
 */
export function installPrinting(takers: PrintingTakers): void {
  const outside = nothingPrinted();
  const print = (level: Printed['level'], text: string) => {
    const call = currentCall();
    const state = call?.printing ?? outside;
    const about = { requestId: call?.requestId };
    const whole = text.replace(/\r?\n$/, '');
    const left = Math.max(0, PRINTED_CHARACTERS - state.characters);
    const lines = left > 0 ? whole.slice(0, left).split('\n') : [];
    for (const line of lines) takers.printed({ ...about, level, text: line });
    const first = left > 0 && whole.length > left;
    state.characters += text.length;
    if (whole.length <= left && left > 0) return;
    state.unsaid += whole.split('\n').length - lines.length;
    if (first || state.answered || state.unsaid >= COUNTED_AT_ONCE)
      tellUnprinted(state, about, first, takers);
  };
  replaceWrite(process.stdout, (text) => print('info', text));
  replaceWrite(process.stderr, (text) => print('warn', text));
}

/** The call is about to be answered: tells what is still unsaid. */
export function finishPrinting({ requestId, printing }: CurrentCall, takers: PrintingTakers): void {
  printing.answered = true;
  if (printing.unsaid > 0) tellUnprinted(printing, { requestId }, false, takers);
}

function tellUnprinted(
  state: PrintingState,
  about: { requestId?: string },
  first: boolean,
  takers: PrintingTakers,
): void {
  takers.unprinted({ ...about, lines: state.unsaid, first });
  state.unsaid = 0;
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
