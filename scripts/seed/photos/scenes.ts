import { HOME_SCENES } from './scenes-home';
import { STREET_SCENES } from './scenes-street';

/** Small pictures of what the matters are about, flat and without any text. */
export const SCENES = { ...HOME_SCENES, ...STREET_SCENES };

export type SceneName = keyof typeof SCENES;
