/** One line of what happened inside the local cloud; `fn` names the function whose output or failure it is. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  text: string;
  fn?: string;
}

export type Log = (entry: LogEntry) => void;
