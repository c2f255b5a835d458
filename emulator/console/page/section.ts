import type { PersonView } from '../shapes';
import type { Api } from './api';

/** What sections share. */
export interface Desk {
  api: Api;
  /** The instant of the cloud's clock. */
  now(): number;
  /** The name behind an openid, when the project gave one. */
  personName(openid: string): string | undefined;
  persons(): readonly PersonView[];
  /** Does something on somebody's tap; says what went wrong, then looks again. */
  act(work: () => Promise<string | void>): void;
}

export interface Section {
  /** As in the address: `#calls`. */
  name: string;
  /** As people read it. */
  title: string;
  /** Puts the section's frame into `root`. `query` comes from the address, as in `#calls?openid=x`. */
  mount(root: HTMLElement, desk: Desk, query: URLSearchParams): Mounted;
}

export interface Mounted {
  /** Asks for the data and draws it; rejects with an ApiError. */
  refresh(): Promise<void>;
}
