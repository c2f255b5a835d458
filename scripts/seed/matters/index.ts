import type { Yard } from '../yard';
import { tellCharging } from './charging';
import { tellDance } from './dance';
import { tellDesk } from './desk';
import { tellDrafts } from './drafts';
import { tellEstateVotes } from './estate-votes';
import { tellGoodNeighbours } from './good-neighbours';
import { tellHalls } from './halls';
import { tellHandled } from './handled';
import { tellInbox } from './inbox';
import { tellLift } from './lift';
import { tellLighting } from './lighting';
import { tellMeetingToday } from './meeting-today';
import { tellNeighbours } from './neighbours';
import { tellParking } from './parking';
import { tellRoof } from './roof';
import { tellRoundTable } from './round-table';
import { tellCovenant, tellYardRules } from './rules-of-the-place';
import { tellSecretVote } from './secret-vote';
import { tellUrgentRepair } from './urgent-repair';
import { tellVolunteers } from './volunteers';

/** Matters in every stage, each told by itself; the story plays them in the order of time. */
export function tellMatters(yard: Yard): void {
  const tales = [
    ...[tellDance, tellRoof, tellLighting, tellLift, tellParking, tellCharging],
    ...[tellEstateVotes, tellHandled, tellDesk, tellDrafts, tellNeighbours],
    ...[tellSecretVote, tellMeetingToday, tellYardRules, tellCovenant, tellUrgentRepair],
    ...[tellGoodNeighbours, tellRoundTable, tellHalls, tellVolunteers, tellInbox],
  ];
  for (const tell of tales) tell(yard);
}
