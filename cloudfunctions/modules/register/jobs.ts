import { change } from '../../kernel/change';
import { systemContext } from '../../kernel/context';
import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { store } from '../../kernel/reader';
import { removeFiles } from '../../kernel/storage';
import { applyWithin } from './apply-within';
import type { LeftoverDocument } from './documents';
import { markDropped, removeContent } from './dropping';
import { leftovers, registers, versions } from './repository';

const LEFT_MS = 40_000;
const FORGOTTEN_MS = 7 * 24 * 3600 * 1000;
const LEFT_OVER_MS = 24 * 3600 * 1000;
const AT_ONCE = 5;

/** Goes on with versions that a call left half brought in (REG-7). */
export const applyLeftVersions: Job = {
  name: 'register.applyLeftVersions',
  async run(now, requestId) {
    // One a minute: a large one takes what the timer has.
    const due = await registers.left(now - LEFT_MS, 1);
    await inTurn('register.applyLeftVersions', requestId, due, ({ _id }) => applyWithin(_id, requestId));
  },
};

/** Previews that nobody used for a week are thrown away with what they hold of people (REG-4). */
export const dropForgottenImports: Job = {
  name: 'register.dropForgotten',
  async run(now, requestId) {
    const due = await versions.forgotten(now - FORGOTTEN_MS, AT_ONCE);
    await inTurn('register.dropForgotten', requestId, due, async ({ _id, contentId }) => {
      const context = systemContext(`register.dropForgotten:${_id}`, requestId);
      await change(context, async (transaction) => {
        const version = await versions.byId(transaction, _id);
        const subject = { kind: 'register-import', id: _id };
        if (version?.state !== 'preview') return { subject, path: [], unchanged: true };
        await markDropped(transaction, version, now);
        return { subject, path: version.path };
      });
      // Somebody may have used it at the last moment: then it holds.
      if ((await versions.byId(store, _id))?.state === 'dropped') await removeContent(contentId);
    });
  },
};

async function isHeld({ contentId, versionId }: LeftoverDocument): Promise<boolean> {
  const version = versionId === null ? null : await versions.byId(store, versionId);
  return version?.contentId === contentId && version?.state !== 'dropped';
}

/** Removes files and contents of imports that broke off before anything referred to them (REG-4). */
export const removeLeftImports: Job = {
  name: 'register.removeLeft',
  async run(now, requestId) {
    const due = await leftovers.over(now - LEFT_OVER_MS, AT_ONCE);
    await inTurn('register.removeLeft', requestId, due, async (left) => {
      if (left.fileId !== null) await removeFiles([left.fileId]);
      if (left.contentId !== null && !(await isHeld(left))) await removeContent(left.contentId);
      await leftovers.settle([left._id]);
    });
  },
};
