import type { ErrorCode } from '@contract/errors';

type LiveCode = Extract<ErrorCode, `LIVE_${string}` | `PAIRING_${string}` | `SCREEN${string}`>;

/** What a person reads in place of a code while a meeting is held. */
export const liveMessages: Record<LiveCode, string> = {
  LIVE_NOT_RUNNING: '现在没有在开会：还没开始或者已经结束，请看会议页面。',
  LIVE_RUNNING: '会已经开始了，请直接进入主持。',
  LIVE_TOO_EARLY: '还没到时间：开会前一小时起可以开始，会议结束后四小时内有效。',
  LIVE_NOT_LEADING: '现在由另一位工作人员主持。要由您来主持，请先点“由我主持”。',
  LIVE_LEADING: '已经由您主持，不用再接手。',
  LIVE_CHECK_IN_FIRST: '请先报到，再举手发言。',
  LIVE_NOT_ASKED: '您现在没有在排队发言。',
  LIVE_CALLED: '已经叫到您了，不能再取消；不想说可以当场告诉主持人。',
  LIVE_NOBODY_WAITING: '现在没有人排队发言。',
  LIVE_VOTE_ELSEWHERE: '这项议题没有已经公布的这项表决，请从列表里重新选择。',
  PAIRING_WRONG: '配对码不对或已经失效，请在主持人的手机上重新取一个。',
  SCREENS_FULL: '这场会议已经连了5块屏幕，不能再连。',
  SCREEN_UNKNOWN: '这块屏幕没有和会议配对，请输入主持人手机上的配对码。',
};
