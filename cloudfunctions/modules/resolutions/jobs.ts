import type { Job } from '../../kernel/job';
import { closeSilent } from './use-cases/close-silent';

export const closeSilentResolutions: Job = { name: 'resolutions.close-silent', run: closeSilent };
