import type { ClockView } from '../../shapes';
import { ApiError } from '../api';
import { button, element, field, label, select } from '../dom';
import { distance, fieldInstant, instant, readInstant } from '../format';
import type { Desk, Section } from '../section';

const MINUTE = 60_000;
const STEPS = [
  ['+1 分钟', 'min', MINUTE],
  ['+10 分钟', 'min', 10 * MINUTE],
  ['+1 小时', 'h', 60 * MINUTE],
  ['+1 天', 'd', 1440 * MINUTE],
  ['+7 天', 'd', 7 * 1440 * MINUTE],
] as const;
const UNITS = [
  [String(MINUTE), '分钟 min'],
  [String(60 * MINUTE), '小时 h'],
  [String(1440 * MINUTE), '天 d'],
] as const;

export const clock: Section = {
  name: 'clock',
  chinese: '时钟',
  english: 'Clock',
  mount(root, desk) {
    const facts = element('dl', { class: 'facts' });
    const move = (body: object) =>
      desk.act(async () => {
        await desk.api.post<ClockView>('clock', body);
      });
    root.append(
      element('section', { class: 'card' }, facts),
      group('走与停', 'Run and stop', [
        button(label('冻结', 'Freeze'), () => move({ do: 'freeze' })),
        button(label('走', 'Run'), () => move({ do: 'run' })),
        button(label('回到真实时间', 'Real'), () => move({ do: 'real' })),
      ]),
      group('推进，路上的触发器依次运行', 'Advance: timers on the way run', advanceControls(move)),
      group('设为，路上的触发器跳过', 'Set: timers in between are skipped', setControls(move, desk)),
    );
    return {
      async refresh() {
        const view = await desk.api.get<ClockView>('clock');
        facts.replaceChildren(...factsOf(view));
      },
    };
  },
};

function group(chinese: string, english: string, controls: HTMLElement[]): HTMLElement {
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, label(chinese, english)),
    element('div', { class: 'bar' }, ...controls),
  );
}

function advanceControls(move: (body: object) => void): HTMLElement[] {
  const steps = STEPS.map(([text, unit, ms]) => button(label(text, unit), () => move({ do: 'advance', ms })));
  const amount = element('input', { type: 'number', value: '3', min: '1' });
  const unit = select(UNITS);
  unit.value = String(1440 * MINUTE);
  const go = () => move({ do: 'advance', ms: Number(amount.value) * Number(unit.value) });
  return [...steps, field('多少', 'Amount', amount), field('单位', 'Unit', unit), button('推进 Advance', go)];
}

function setControls(move: (body: object) => void, desk: Desk): HTMLElement[] {
  const at = element('input', { type: 'datetime-local', step: '1' });
  at.value = fieldInstant(desk.now());
  const set = () => {
    const instant = readInstant(at.value);
    if (instant === undefined)
      desk.act(() => Promise.reject(new ApiError('refused', '请填写时间 No instant')));
    else move({ do: 'set', at: instant });
  };
  return [field('时刻（+08:00）', 'Instant', at), button(label('设为', 'Set'), set)];
}

function factsOf({ now, state, realNow, moving }: ClockView): HTMLElement[] {
  const distanceText =
    state === 'real'
      ? '真实时间 real time'
      : `比真实时间${now < realNow ? '慢 behind' : '快 ahead'} ${distance(now - realNow)}`;
  return [
    ['本地云时间 Cloud', `${instant(now)} +08:00`],
    ['UTC', `${new Date(now).toISOString().slice(0, 19)}Z`],
    ['相差 Distance', distanceText],
    ['状态 State', moving ? '推进中 moving' : STATE_TEXTS[state]],
  ].flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]);
}

export const STATE_TEXTS: Record<ClockView['state'], string> = {
  real: '真实 real',
  shifted: '走，非真实 shifted',
  frozen: '冻结 frozen',
};
