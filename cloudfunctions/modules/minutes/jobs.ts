import type { Job } from '../../kernel/job';
import { endCorrections } from './use-cases/end-corrections';

export const finishMinutes: Job = { name: 'minutes.final', run: endCorrections };
