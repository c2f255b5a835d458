import { Refusal } from '../../../kernel/refusal';
import type { MotionDocument } from '../documents';
import { rollSecretRefusal } from '../policy/box';
import { LEAST_VOTERS } from '../rules/secret';
import { HEAD_UNITS } from '../words';

/** @throws Refusal SECRET_TOO_FEW with how many stand on the roll (SECRET-2) */
export function requireRollForSecret(motion: MotionDocument, heads: number): void {
  const denial = rollSecretRefusal(motion, heads);
  if (!denial) return;
  const unit = HEAD_UNITS[motion.bodyKind];
  throw new Refusal(denial, { ballot: `名册上只有${heads}${unit}，无记名至少要${LEAST_VOTERS}${unit}` });
}
