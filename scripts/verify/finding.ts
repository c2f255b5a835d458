/** One thing that was checked. */
export interface Finding {
  holds: boolean;
  words: string;
  /** It holds, and whoever asked should mind it all the same. */
  mind?: true;
}

export const found = (holds: boolean, right: string, wrong: string): Finding => ({
  holds,
  words: holds ? right : wrong,
});
