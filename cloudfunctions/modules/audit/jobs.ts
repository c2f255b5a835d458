import type { Job } from '../../kernel/job';
import { sealEntries } from './use-cases/seal-entries';

export const sealAudit: Job = { name: 'audit.seal', run: sealEntries };
