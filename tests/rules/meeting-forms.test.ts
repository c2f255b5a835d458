import { MEETING_FORMS } from '@contract/meeting-forms';
import { describe, expect, it } from 'vitest';
import {
  FORM_BOOK,
  formOf,
  formRefusal,
  formVoteRefusal,
} from '../../cloudfunctions/modules/forms/rules/form-book';
import { nameRefusals } from '../../cloudfunctions/modules/forms/rules/names';

describe('a form of meeting', () => {
  it('[FORM-1] follows from the body where a meeting names none', () => {
    expect(formOf({ body: 'yard' })).toBe('yard');
    expect(formOf({ body: 'owners', form: null })).toBe('statutory');
    expect(formOf({ body: 'yard', form: 'hearing' })).toBe('hearing');
  });

  it.each([
    ['building', 'yard', 'unit', null],
    ['building', 'yard', 'estate', '楼栋会要选到具体的楼栋或单元'],
    ['council', 'yard', 'building', '这种会不在这个范围开，请选大一些的范围'],
    ['hearing', 'owners', 'estate', '这种会不由这个组织来开，请重新选择'],
    ['statutory', 'yard', 'estate', '这种会不由这个组织来开，请重新选择'],
    ['statutory', 'owners', 'estate', null],
  ] as const)('[FORM-1] as %s of %s at a %s is answered %s', (form, body, kind, sentence) => {
    expect(formRefusal(form, body, kind)).toBe(sentence);
  });

  it('[FORM-2] decides where a body stands behind it, and otherwise only asks', () => {
    const deciding = MEETING_FORMS.filter(
      (form) => formVoteRefusal({ form, body: 'yard' }, 'straw') === null,
    );
    expect(deciding).toEqual(['yard', 'building', 'statutory']);
    for (const form of MEETING_FORMS) expect(formVoteRefusal({ form, body: 'yard' }, 'opinion')).toBeNull();
  });

  it('[FORM-4] has a name that is no statutory body’s, no other form’s, and one', () => {
    const named = [
      { form: 'talk', name: '民情恳谈会', purpose: '' },
      { form: 'council', name: '小业主大会', purpose: '' },
      { form: 'hearing', name: FORM_BOOK.yard.name, purpose: '' },
      { form: 'round-table', name: '圆桌', purpose: '' },
      { form: 'building', name: '圆桌', purpose: '' },
    ];
    expect(Object.keys(nameRefusals(named))).toEqual([1, 2, 3, 4].map((n) => `named.${n}.name`));
    expect(nameRefusals([{ form: 'yard', name: '坝坝会', purpose: '' }])).toEqual({});
    const alone = (name: string) => Object.keys(nameRefusals([{ form: 'talk', name, purpose: '' }])).length;
    const misleading = [
      '业主 大会',
      '業主大會',
      '业主·大会',
      '居民代表大会',
      '村民大会',
      '业主会议',
      '听证 会',
    ];
    for (const name of misleading) expect([name, alone(name)]).toEqual([name, 1]);
    for (const name of ['村民议事会', '居民恳谈会', '院坝夜话'])
      expect([name, alone(name)]).toEqual([name, 0]);
  });
});
