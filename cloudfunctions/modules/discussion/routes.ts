import type { Routes } from '../../kernel/route';
import { hideOpinion, showOpinion } from './use-cases/hide-opinion';
import { listOpinions } from './use-cases/list-opinions';
import { listHeldTexts, moderateText } from './use-cases/moderate-texts';
import { postOpinion } from './use-cases/post-opinion';

export const discussionRoutes: Routes<'discussion'> = {
  'discussion.list': listOpinions,
  'discussion.post': postOpinion,
  'discussion.hide': hideOpinion,
  'discussion.show': showOpinion,
  'discussion.heldTexts': listHeldTexts,
  'discussion.moderate': moderateText,
};
