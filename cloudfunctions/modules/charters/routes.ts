import type { Routes } from '../../kernel/route';
import { draftCharterChange } from './use-cases/draft-change';
import { fileCharter } from './use-cases/file-charter';
import {
  listCharters,
  listCharterVersions,
  readCharter,
  readCharterOfMotion,
  readCharterVersion,
} from './use-cases/read-charters';
import { recordCharter } from './use-cases/record-charter';

export const charterRoutes: Routes<'charters'> = {
  'charters.list': listCharters,
  'charters.detail': readCharter,
  'charters.versions': listCharterVersions,
  'charters.version': readCharterVersion,
  'charters.record': recordCharter,
  'charters.draftChange': draftCharterChange,
  'charters.ofMotion': readCharterOfMotion,
  'charters.file': fileCharter,
};
