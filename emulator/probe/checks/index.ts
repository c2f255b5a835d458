import type { Check } from '../check';
import { DATABASE_CHECKS } from './database';
import { FUNCTION_CHECKS } from './functions';
import { OPENAPI_CHECKS } from './openapi';
import { STORAGE_CHECKS } from './storage';
import { TRANSACTION_CHECKS } from './transactions';

/** Everything that a function can find out of what the local cloud takes for granted. */
export const CHECKS: readonly Check[] = [
  ...DATABASE_CHECKS,
  ...TRANSACTION_CHECKS,
  ...FUNCTION_CHECKS,
  ...STORAGE_CHECKS,
  ...OPENAPI_CHECKS,
];
