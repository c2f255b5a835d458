import type { PhotoCheck } from '@contract/photos';
import { dateTimeText } from '@/services/time';

export interface PhotoVerdict {
  tone: 'leaf' | 'brand' | 'stone';
  title: string;
  text: string;
}

/** What came of the check of one photo, as a sentence with a sign; `at` is when it is read, epoch ms. */
export function photoVerdict({ state, at }: PhotoCheck, n: number, of: number, now: number): PhotoVerdict {
  const which = of > 1 ? `第${n + 1}张照片` : '照片';
  const registered = at === null ? '' : `${dateTimeText(at, now)}登记`;
  switch (state) {
    case 'same':
      return { tone: 'leaf', title: `✓ ${which}未被换过`, text: `和${registered}时一样。` };
    case 'changed':
      return {
        tone: 'brand',
        title: `✕ ${which}与登记时不符`,
        text: `${registered}以后被换过，不能当凭证。请找原件核对，并告诉街道或社区。`,
      };
    case 'gone':
      return {
        tone: 'brand',
        title: `✕ ${which}找不到了`,
        text: `${registered || '原来的'}照片已经不在。请找原件核对。`,
      };
    case 'unregistered':
      return { tone: 'stone', title: `○ ${which}没法核对`, text: '登记时还没有留下校验码。' };
  }
}
