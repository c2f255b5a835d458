import type { Routes } from '../../kernel/route';
import { askToSpeak, withdrawAsk } from './use-cases/ask-to-speak';
import { callNext } from './use-cases/call-next';
import { endLive } from './use-cases/end-live';
import { issueCode } from './use-cases/issue-code';
import { readLive } from './use-cases/read-live';
import { setTimer } from './use-cases/set-timer';
import { showItem } from './use-cases/show-item';
import { showVote } from './use-cases/show-vote';
import { startLive } from './use-cases/start-live';
import { takeOver } from './use-cases/take-over';

export const liveRoutes: Routes<'live'> = {
  'live.state': readLive,
  'live.start': startLive,
  'live.takeOver': takeOver,
  'live.item': showItem,
  'live.next': callNext,
  'live.timer': setTimer,
  'live.vote': showVote,
  'live.pair': issueCode,
  'live.end': endLive,
  'live.ask': askToSpeak,
  'live.withdraw': withdrawAsk,
};
