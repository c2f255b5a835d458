import { checkContent } from '../../kernel/content-check';
import type { Context } from '../../kernel/context';
import { Refusal } from '../../kernel/refusal';

/**
 * Asks about a name that somebody chose; gives when it was asked where there is no answer, or null. No officer decides on names:
 * one that the platform wants reviewed is refused, another is chosen at once.
 * @throws Refusal CONTENT_REFUSED
 */
export async function checkName(context: Context, name: string | undefined): Promise<number | null> {
  const held = await checkContent(context, [name]);
  if (held === 'review') throw new Refusal('CONTENT_REFUSED', { name: '这个称呼没有通过检查，请换一个' });
  return held === null ? null : context.now;
}
