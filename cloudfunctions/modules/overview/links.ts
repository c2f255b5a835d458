import { rollLink } from '../rolls/link';

const page = (folder: string) => (id: string) => `/packages/${folder}/index?id=${id}`;

/** Pages of the mini-program that the cards lead to. */
export const links = {
  proposal: page('proposals/detail'),
  meeting: page('meetings/detail'),
  checkIn: page('meetings/check-in'),
  live: page('live/desk'),
  motion: page('motions/detail'),
  roll: rollLink,
  resolution: page('resolutions/detail'),
  repair: page('repairs/detail'),
  path: page('paths/board'),
  homes: '/packages/members/homes/index',
  claims: '/packages/desk/claims/index',
  heldTexts: (placeId: string) => `/packages/desk/texts/index?placeId=${placeId}`,
};
