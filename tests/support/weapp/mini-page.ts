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

  /** Waits for something that says exactly `words` (or contains them) and taps it. */
  async tap(words: string): Promise<void> {
    const found = await until(
      () => this.find(words),
      () => `${this.route} has no 「${words}」. It says: ${this.text()}`,
    );
    sendEvent(found, 'tap', {});
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

  /** The deepest element that says exactly the words, else the deepest one that contains them or is labelled with them. */
  private find(words: string): Element | undefined {
    const all = [...this.host.querySelectorAll('*')];
    const labelled = all.filter((element) => element.getAttribute('aria-label') === words);
    const exact = all.filter((element) => clean(element.textContent) === words);
    const containing = all.filter((element) => clean(element.textContent).includes(words));
    return exact.at(-1) ?? labelled.at(-1) ?? containing.at(-1);
  }

  private async field(name: FieldName): Promise<Element> {
    const look = () =>
      [...this.host.querySelectorAll('*')].find(
        (element) =>
          element.getAttribute('aria-label') === name || element.getAttribute('placeholder') === name,
      ) ?? this.host.querySelector(name);
    return until(look, () => `${this.route} has no field 「${name}」. It says: ${this.text()}`);
  }
}
