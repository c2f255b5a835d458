import type { CallOutput, CallRequest } from '../../../contract/calls';
import type { Person } from '../community/people';
import { forAll } from '../gateway';
import type { SceneName } from '../photos/scenes';
import type { Yard } from '../yard';

type Detail = CallOutput<'proposals.detail'>;
type Triage = Omit<CallRequest<'proposals.triage'>, 'clientId' | 'id' | 'revision'>;

/** What somebody proposes, with the pictures that they take. */
export interface Said {
  title: string;
  text: string;
  kind: NonNullable<CallRequest<'proposals.submit'>['kind']>;
  photos?: readonly SceneName[];
}

/** One proposal and what happens to it before a meeting or a vote takes it up. */
export class Proposal {
  private known: Detail | undefined;

  constructor(
    private readonly yard: Yard,
    private readonly placeId: string,
  ) {}

  get id(): string {
    if (!this.known) throw new Error('not submitted yet');
    return this.known.id;
  }

  async submit(by: Person, { photos = [], ...said }: Said): Promise<void> {
    const taken = await this.yard.photos(by, photos);
    const input = { ...said, placeId: this.placeId, photos: taken };
    this.known = await this.yard.phone(by).tell('proposals.submit', input);
  }

  support(by: readonly Person[]): Promise<void> {
    return forAll(by, (one) => this.yard.phone(one).tell('proposals.support', { id: this.id }));
  }

  async triage(by: Person, triage: Triage): Promise<void> {
    await this.yard.phone(by).tell('proposals.triage', { ...(await this.asReadBy(by)), ...triage });
  }

  /** 共事: everybody's own business. */
  share(by: Person, reason: string): Promise<void> {
    return this.triage(by, { route: 'shared', reason });
  }

  async giveBack(by: Person, reason: string): Promise<void> {
    await this.yard.phone(by).tell('proposals.returnToAuthor', { ...(await this.asReadBy(by)), reason });
  }

  async appeal(by: Person, reason: string): Promise<void> {
    await this.yard.phone(by).tell('proposals.appeal', { id: this.id, reason });
  }

  async mergeInto(by: Person, into: Proposal, reason: string): Promise<void> {
    const input = { ...(await this.asReadBy(by)), intoId: into.id, reason };
    await this.yard.phone(by).tell('proposals.merge', input);
  }

  async withdraw(by: Person, reason: string): Promise<void> {
    await this.yard.phone(by).tell('proposals.withdraw', { ...(await this.asReadBy(by)), reason });
  }

  async closeHandled(by: Person, text: string, scenes: readonly SceneName[]): Promise<void> {
    const photos = await this.yard.photos(by, scenes);
    const input = { ...(await this.asReadBy(by)), text, photos };
    await this.yard.phone(by).tell('proposals.closeHandled', input);
  }

  async confirm(by: Person): Promise<void> {
    await this.yard.phone(by).tell('proposals.confirm', await this.asReadBy(by));
  }

  /** The revision that somebody has before their eyes. */
  private async asReadBy(by: Person): Promise<Pick<Detail, 'id' | 'revision'>> {
    const { id, revision } = await this.yard.phone(by).ask('proposals.detail', { id: this.id });
    return { id, revision };
  }
}
