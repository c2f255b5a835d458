import type { Routes } from '../../kernel/route';
import { checkPhotos } from './use-cases/check-photos';

export const photoRoutes: Routes<'photos'> = {
  'photos.check': checkPhotos,
};
