import { until } from '../until';
import { type Rendered, sendEvent } from './simulator';

const clean = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Says which field is meant: its label (aria-label, placeholder) or a CSS selector. */
export type FieldName = string;

/** A page of the built mini-program, looked at and touched as a person does: by its words. */
export class MiniPage {
  constructor(
    readonly route: string,
    readonly query: Record<string, string>,
    private readonly host: HTMLElement,
    readonly rendered: Rendered,
  ) {}

  /** Everything written on the page, in order, with single spaces. */
  text(): string {
    return clean(this.host.textContent);
  }

  html(): string {
    return this.host.innerHTML;
  }

  /** Waits until the page says `words`. */
  async says(words: string | RegExp): Promise<void> {
    const matches = () => (typeof words === 'string' ? this.text().includes(words) : words.test(this.text()));
    await until(matches, () => `${this.route} does not say ${String(words)}. It says: ${this.text()}`);
  }

  /** Waits for something that can be tapped and says exactly `words` (or contains them), and taps it. */
  async tap(words: string): Promise<void> {
    await this.tapIn('.tap', words);
  }

  /** The same for a choice of a list. */
  async choose(words: string): Promise<void> {
    await this.tapIn('.choice', words);
  }

  /** Types into a field, as one input event with the whole text. */
  async type(field: FieldName, value: string): Promise<void> {
    const found = await this.field(field);
    sendEvent(found, 'input', { value, cursor: value.length });
    sendEvent(found, 'blur', { value });
  }

  /** Chooses a value in a picker or switch. */
  async change(field: FieldName, detail: object): Promise<void> {
    sendEvent(await this.field(field), 'change', detail);
  }

  private async tapIn(within: string, words: string): Promise<void> {
    const found = await until(
      () => this.find(within, words),
      () => `${this.route} has no 「${words}」. It says: ${this.text()}`,
    );
    sendEvent(found, 'tap', {});
  }

  /** The deepest element that says exactly the words, else the deepest one that contains them. */
  private find(within: string, words: string): Element | undefined {
    const all = [...this.host.querySelectorAll(`${within}, ${within} *`)];
    const exact = all.filter((element) => clean(element.textContent) === words);
    const containing = all.filter((element) => clean(element.textContent).includes(words));
    const found = exact.at(-1) ?? containing.at(-1);
    // A button that cannot be used yet is waited for, as a person waits.
    return found?.closest('.tap-disabled') ? undefined : found;
  }

  /** Taps what opens the field with this label: a sheet to pick from, a calendar. */
  async openField(label: string): Promise<void> {
    const box = await until(
      () => this.labelled(label)?.querySelector('.field-box'),
      () => `${this.route} has no field 「${label}」 to open. It says: ${this.text()}`,
    );
    sendEvent(box, 'tap', {});
  }

  /** Waits for the last element that matches a selector, where no words stand. */
  async shows(selector: string): Promise<Element> {
    return until(
      () => [...this.host.querySelectorAll(selector)].at(-1),
      () => `${this.route} has no ${selector}. It says: ${this.text()}`,
    );
  }

  async tapPart(selector: string): Promise<void> {
    sendEvent(await this.shows(selector), 'tap', {});
  }

  /** The field of the design system with this label; the simulator keeps no aria attributes. */
  private labelled(label: string): Element | undefined {
    const fields = [...this.host.querySelectorAll('.field')];
    const says = (field: Element) => clean(field.querySelector('.field-label')?.textContent ?? null);
    return fields.filter((field) => says(field).startsWith(label)).at(-1);
  }

  private async field(name: FieldName): Promise<Element> {
    const look = () =>
      this.labelled(name)?.querySelector('wx-input, wx-textarea') ??
      [...this.host.querySelectorAll('*')].find(
        (element) =>
          element.getAttribute('aria-label') === name || element.getAttribute('placeholder') === name,
      ) ??
      this.host.querySelector(name);
    return until(look, () => `${this.route} has no field 「${name}」. It says: ${this.text()}`);
  }
}
