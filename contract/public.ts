import { z } from 'zod';
import { id } from './fields';
import type { LiveState } from './live';

/** What a projector is told: the shared state, and a picture that opens the vote on a phone. */
export interface ScreenView {
  state: LiveState;
  /** Address of the picture, good for some hours; null where there is none. */
  picture: string | null;
}

export type ScreenAnswer =
  | { unchanged: true; version: number; askAgainMs: number | null }
  | ({ unchanged: false; askAgainMs: number | null } & ScreenView);

/** Chosen by the projector, once for each code that is typed: 128 random bits as hex. The server keeps its hash alone. */
const secret = z.string().regex(/^[0-9a-f]{32}$/, '请刷新页面再试');

/** All that the function `public` answers, to whoever asks without a WeChat identity (LIVE-8). */
export const publicCalls = {
  pair: z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, '配对码是6位数字'),
    secret,
  }),
  state: z.strictObject({ meetingId: id, secret, known: z.int().min(0).optional() }),
};

export type PublicName = keyof typeof publicCalls;
export type PublicInput<N extends PublicName> = z.output<(typeof publicCalls)[N]>;
export interface PublicAnswers {
  pair: { meetingId: string };
  state: ScreenAnswer;
}
