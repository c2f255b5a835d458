/** What a command knows of where it was called, and how it speaks. */
export interface CliContext {
  /** Relative paths of the command line start here. */
  folder: string;
  /** How this command is called, for texts that name it. */
  command: string;
  say(text: string): void;
  complain(text: string): void;
}
