import type { Job } from '../../kernel/job';
import { closeSilentHandled } from './use-cases/close-silent';

export const closeSilentProposals: Job = { name: 'proposals.close-silent', run: closeSilentHandled };
