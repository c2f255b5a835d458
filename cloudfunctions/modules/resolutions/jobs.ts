import type { Job } from '../../kernel/job';
import { closeIdle } from './use-cases/close-idle';
import { closeSilent } from './use-cases/close-silent';

export const closeSilentResolutions: Job = { name: 'resolutions.close-silent', run: closeSilent };

export const closeIdleResolutions: Job = { name: 'resolutions.close-idle', run: closeIdle };
