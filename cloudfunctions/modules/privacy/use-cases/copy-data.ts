import type { DataCopy } from '@contract/privacy';
import { type Context, personOf } from '../../../kernel/context';
import { dayOf } from '../../motions/rules/days';
import { copyOf } from '../copy';

/** The caller's own data, to be kept or taken elsewhere (KEEP-1). */
export async function copyData(context: Context): Promise<DataCopy> {
  const text = JSON.stringify(await copyOf(personOf(context)), null, 2);
  return { fileName: `我的信息 ${dayOf(context.now)}.json`, text };
}
