import { change } from '../../kernel/change';
import { systemContext } from '../../kernel/context';
import type { Job } from '../../kernel/job';
import { applyWithin } from './apply-within';
import { batches, namesakes, registers, versions } from './repository';

const LEFT_MS = 40_000;
const FORGOTTEN_MS = 7 * 24 * 3600 * 1000;
const AT_ONCE = 5;

/** Goes on with versions that a call left half brought in (REG-7). */
export const applyLeftVersions: Job = {
  name: 'register.applyLeftVersions',
  async run(now, requestId) {
    // One a minute: a large one takes what the timer has.
    for (const { _id } of await registers.left(now - LEFT_MS, 1)) await applyWithin(_id, requestId);
  },
};

/** Previews that nobody used for a week are thrown away with what they hold of people (REG-4). */
export const dropForgottenImports: Job = {
  name: 'register.dropForgotten',
  async run(now, requestId) {
    for (const { _id, contentId } of await versions.forgotten(now - FORGOTTEN_MS, AT_ONCE)) {
      const context = systemContext(`register.dropForgotten:${_id}`, requestId);
      await batches.removeOf(contentId);
      await namesakes.removeOf(contentId);
      await change(context, async (transaction) => {
        const version = await versions.byId(transaction, _id);
        const subject = { kind: 'register-import', id: _id };
        if (version?.state !== 'preview') return { subject, path: [], unchanged: true };
        await versions.put(transaction, { ...version, state: 'dropped', revision: version.revision + 1 });
        return { subject, path: version.path };
      });
    }
  },
};
