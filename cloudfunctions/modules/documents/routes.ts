import type { Routes } from '../../kernel/route';
import { listVoters } from './use-cases/list-voters';
import { makeWord } from './use-cases/make-word';
import { showDocument } from './use-cases/show-document';

export const documentRoutes: Routes<'documents'> = {
  'documents.show': showDocument,
  'documents.word': makeWord,
  'documents.voters': listVoters,
};
