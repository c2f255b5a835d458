import type { ClockView } from '../../shapes';
import { ApiError } from '../api';
import { button, element, field, select } from '../dom';
import { distance, fieldInstant, instant, readInstant } from '../format';
import type { Desk, Section } from '../section';

const MINUTE = 60_000;
const STEPS = [
  ['+1 分钟', MINUTE],
  ['+10 分钟', 10 * MINUTE],
  ['+1 小时', 60 * MINUTE],
  ['+1 天', 1440 * MINUTE],
  ['+7 天', 7 * 1440 * MINUTE],
] as const;
const UNITS = [
  [String(MINUTE), '分钟'],
  [String(60 * MINUTE), '小时'],
  [String(1440 * MINUTE), '天'],
] as const;

export const clock: Section = {
  name: 'clock',
  title: '时钟',
  mount(root, desk) {
    const facts = element('dl', { class: 'facts' });
    const move = (body: object) =>
      desk.act(async () => {
        await desk.api.post<ClockView>('clock', body);
      });
    root.append(
      element('section', { class: 'card' }, facts),
      group('走与停', [
        button('冻结', () => move({ do: 'freeze' })),
        button('走', () => move({ do: 'run' })),
        button('回到真实时间', () => move({ do: 'real' })),
      ]),
      group('推进，路上的触发器依次运行', advanceControls(move)),
      group('设为，路上的触发器跳过', setControls(move, desk)),
    );
    return {
      async refresh() {
        const view = await desk.api.get<ClockView>('clock');
        facts.replaceChildren(...factsOf(view));
      },
    };
  },
};

function group(title: string, controls: HTMLElement[]): HTMLElement {
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, title),
    element('div', { class: 'bar' }, ...controls),
  );
}

function advanceControls(move: (body: object) => void): HTMLElement[] {
  const steps = STEPS.map(([text, ms]) => button(text, () => move({ do: 'advance', ms })));
  const amount = element('input', { type: 'number', value: '3', min: '1' });
  const unit = select(UNITS);
  unit.value = String(1440 * MINUTE);
  const go = () => move({ do: 'advance', ms: Number(amount.value) * Number(unit.value) });
  return [...steps, field('多少', amount), field('单位', unit), button('推进', go)];
}

function setControls(move: (body: object) => void, desk: Desk): HTMLElement[] {
  const at = element('input', { type: 'datetime-local', step: '1' });
  at.value = fieldInstant(desk.now());
  const set = () => {
    const instant = readInstant(at.value);
    if (instant === undefined) desk.act(() => Promise.reject(new ApiError('refused', '请填写时间')));
    else move({ do: 'set', at: instant });
  };
  return [field('时刻（+08:00）', at), button('设为', set)];
}

function factsOf({ now, state, realNow, moving }: ClockView): HTMLElement[] {
  const distanceText =
    state === 'real' ? '真实时间' : `比真实时间${now < realNow ? '慢' : '快'} ${distance(now - realNow)}`;
  return [
    ['本地云时间', `${instant(now)} +08:00`],
    ['UTC', `${new Date(now).toISOString().slice(0, 19)}Z`],
    ['相差', distanceText],
    ['状态', moving ? '推进中' : STATE_TEXTS[state]],
  ].flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]);
}

export const STATE_TEXTS: Record<ClockView['state'], string> = {
  real: '真实',
  shifted: '走，非真实',
  frozen: '冻结',
};
