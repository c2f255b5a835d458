import type { ClockView, PersonView } from '../shapes';
import { type Api, ApiError } from './api';
import { element } from './dom';
import { instant } from './format';
import type { Desk, Mounted, Section } from './section';
import { calls } from './sections/calls';
import { clock, STATE_TEXTS } from './sections/clock';
import { collections } from './sections/collections';
import { faults } from './sections/faults';
import { functions } from './sections/functions';
import { outbox } from './sections/outbox';
import { persons } from './sections/persons';
import { storage } from './sections/storage';

const SECTIONS: readonly Section[] = [functions, calls, collections, outbox, storage, clock, persons, faults];
const REFRESH_MS = 2000;

/** The whole console in `root`, until what is returned is called; `refused`: the cloud does not take the token. */
export function frame(root: HTMLElement, api: Api, refused: () => void): () => void {
  const shown = new Frame(root, api, refused);
  shown.start();
  return () => shown.end();
}

class Frame implements Desk {
  private readonly time = element('a', { class: 'time', href: '#clock' });
  private readonly said = element('p', { class: 'said', role: 'status' });
  private readonly nav = element('nav', { 'aria-label': '控制台' });
  private readonly main = element('main', {});
  private readonly ended = new AbortController();
  private known: readonly PersonView[] = [];
  private view: ClockView = { now: Date.now(), realNow: Date.now(), state: 'real', moving: false };
  private mounted: Mounted | undefined;
  private asking = false;

  constructor(
    private readonly root: HTMLElement,
    readonly api: Api,
    private readonly refused: () => void,
  ) {}

  start(): void {
    const brand = element('a', { class: 'brand', href: '#functions' }, '本地云控制台');
    this.root.replaceChildren(element('header', {}, brand, this.time), this.nav, this.main);
    const { signal } = this.ended;
    addEventListener('hashchange', () => this.open(), { signal });
    document.addEventListener('visibilitychange', () => void this.refresh(), { signal });
    const timers = [
      setInterval(() => void this.refresh(), REFRESH_MS),
      setInterval(() => this.drawTime(), 250),
    ];
    signal.addEventListener('abort', () => timers.forEach(clearInterval));
    this.open();
  }

  end(): void {
    this.ended.abort();
    this.mounted = undefined;
  }

  now(): number {
    const { now, realNow, state } = this.view;
    return state === 'frozen' ? now : now + (Date.now() - realNow);
  }

  personName(openid: string): string | undefined {
    return this.known.find((person) => person.openid === openid)?.name;
  }

  persons(): readonly PersonView[] {
    return this.known;
  }

  act(work: () => Promise<string | void>): void {
    void this.attempt(async () => {
      this.say((await work()) ?? '');
      await this.look();
    });
  }

  /** The section that the address names. */
  private open(): void {
    const [name = '', query = ''] = location.hash.slice(1).split('?');
    const section = SECTIONS.find((candidate) => candidate.name === name) ?? functions;
    this.nav.replaceChildren(
      ...SECTIONS.map(({ name: to, title }) =>
        element('a', { href: `#${to}`, 'aria-current': to === section.name ? 'page' : undefined }, title),
      ),
    );
    this.nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    const body = element('div', { class: 'section' });
    this.say('');
    this.main.replaceChildren(element('h1', {}, section.title), this.said, body);
    this.mounted = section.mount(body, this, new URLSearchParams(query));
    void this.attempt(() => this.look());
  }

  private async refresh(): Promise<void> {
    if (this.asking || document.visibilityState !== 'visible') return;
    this.asking = true;
    await this.attempt(() => this.look());
    this.asking = false;
  }

  private async look(): Promise<void> {
    const { mounted } = this;
    [this.view, this.known] = await Promise.all([
      this.api.get<ClockView>('clock'),
      this.api.get<PersonView[]>('persons'),
    ]);
    this.drawTime();
    await mounted?.refresh();
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.said.dataset.kind === 'lost') this.say('');
    } catch (error) {
      const kind = error instanceof ApiError ? error.kind : 'refused';
      if (kind === 'token') return this.refused();
      this.say(error instanceof Error ? error.message : String(error), kind);
    }
  }

  private say(text: string, kind = 'done'): void {
    this.said.textContent = text;
    this.said.dataset.kind = kind;
  }

  private drawTime(): void {
    const { state, moving } = this.view;
    const mark = moving ? '推进中' : STATE_TEXTS[state];
    this.time.replaceChildren(
      element('span', {}, `${instant(this.now())} +08:00`),
      ' ',
      element('span', { class: 'state', 'data-state': state }, mark),
    );
  }
}
