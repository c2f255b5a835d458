import type { GivenProxy } from '@contract/proxies';

/** 「这次会上的全部表决」 */
export const scopeText = (wholeMeeting: boolean): string =>
  wholeMeeting ? '这次会上的全部表决' : '这一件表决';

/** What the card of a proxy says at its top. */
export function givenTitle({ state, holderName }: GivenProxy): string {
  const titles: Record<GivenProxy['state'], string> = {
    offered: `等${holderName}接受委托`,
    accepted: `您委托了${holderName}`,
    entered: '有人登记了您的委托书',
    differed: '您的委托书要重新登记',
    rejected: '您的委托书没有生效',
    withdrawn: '委托已收回',
    returned: `${holderName}退回了委托`,
    lapsed: `给${holderName}的委托结束了`,
  };
  return titles[state];
}

export const givenMark = ({ state }: GivenProxy): 'check' | 'clock' | 'warn' | 'cross' => {
  if (state === 'accepted') return 'check';
  if (state === 'offered' || state === 'entered') return 'clock';
  return state === 'differed' || state === 'lapsed' ? 'warn' : 'cross';
};

/** What follows for whoever entrusted somebody. */
export function givenNext({ state, channel, reason }: GivenProxy): string | undefined {
  if (state === 'offered') return '把委托码告诉受托人。受托人打开“我的”里的“我受托的”，输入以后才生效。';
  if (state === 'accepted') return '代投了会马上告诉您。您随时可以自己投，以您自己投的为准。';
  if (state === 'entered') return '要等第二位工作人员核对，核对以后才生效。不是您的意思，请收回。';
  if (state === 'differed') return '两位工作人员看的不一样，还没有生效，会重新登记。';
  if (state === 'rejected') return `原因：${reason ?? ''}`;
  if (state === 'lapsed')
    return `${reason ?? ''}。名册不对的，请在本页点“名册：看看有没有您”提出异议；名册对的，您不用再做什么。`;
  if (state === 'withdrawn' && channel === 'paper')
    return '这次不再收您家的纸面委托书。要委托，可以在手机上办。';
  return '收回以前已经代投的票还算，您可以自己再投。';
}

/** 「ABCD EFGH」: read out in two halves. */
export const codeText = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
