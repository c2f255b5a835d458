import type { Routes } from '../../kernel/route';
import { announceMotion } from './use-cases/announce-motion';
import { cancelMotion } from './use-cases/cancel-motion';
import { castBallot } from './use-cases/cast-ballot';
import { changeClosing } from './use-cases/change-closing';
import { rejectPaper, withdrawPaper } from './use-cases/close-paper';
import { confirmPaper } from './use-cases/confirm-paper';
import { draftMotion } from './use-cases/draft-motion';
import { editMotion } from './use-cases/edit-motion';
import { enterPaper } from './use-cases/enter-paper';
import { findPaperVoters, listPapers, readDoorList, readVoterPaper } from './use-cases/list-papers';
import { objectPaper } from './use-cases/object-paper';
import { exportBundle } from './use-cases/export-bundle';
import { listChoices } from './use-cases/list-choices';
import { readInclusion } from './use-cases/read-inclusion';
import { readMarkInclusion } from './use-cases/read-mark-inclusion';
import { listMotions, readMotion } from './use-cases/read-motion';
import { readReceipt } from './use-cases/read-receipt';
import { readSeal } from './use-cases/read-seal';
import { readTally } from './use-cases/read-tally';
import { castSecret, readSecretReceipt } from './use-cases/cast-secret';
import { confirmBox, enterBox } from './use-cases/count-box';
import { markBox, unmarkBox } from './use-cases/mark-box';
import { findBoxVoters, readBox } from './use-cases/read-box';

export const motionRoutes: Routes<'motions'> = {
  'motions.choices': listChoices,
  'motions.draft': draftMotion,
  'motions.edit': editMotion,
  'motions.cancel': cancelMotion,
  'motions.announce': announceMotion,
  'motions.changeClosing': changeClosing,
  'motions.list': listMotions,
  'motions.detail': readMotion,
  'motions.tally': readTally,
  'motions.castBallot': castBallot,
  'motions.receipt': readReceipt,
  'motions.enterPaper': enterPaper,
  'motions.confirmPaper': confirmPaper,
  'motions.rejectPaper': rejectPaper,
  'motions.withdrawPaper': withdrawPaper,
  'motions.objectPaper': objectPaper,
  'motions.papers': listPapers,
  'motions.paper': readVoterPaper,
  'motions.paperVoters': findPaperVoters,
  'motions.doorList': readDoorList,
  'motions.castSecret': castSecret,
  'motions.secretReceipt': readSecretReceipt,
  'motions.box': readBox,
  'motions.boxVoters': findBoxVoters,
  'motions.markBox': markBox,
  'motions.unmarkBox': unmarkBox,
  'motions.enterBox': enterBox,
  'motions.confirmBox': confirmBox,
  'motions.seal': readSeal,
  'motions.inclusion': readInclusion,
  'motions.markInclusion': readMarkInclusion,
  'motions.export': exportBundle,
};
