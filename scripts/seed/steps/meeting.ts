import type { CallOutput, CallRequest } from '../../../contract/calls';
import type { Person } from '../community/people';
import { forAll } from '../gateway';
import type { Yard } from '../yard';

type Detail = CallOutput<'meetings.detail'>;
export type MeetingPlan = Omit<CallRequest<'meetings.schedule'>, 'clientId'>;

/** One meeting, from its plan to its minutes. */
export class Meeting {
  private known: Detail | undefined;

  constructor(private readonly yard: Yard) {}

  get detail(): Detail {
    if (!this.known) throw new Error('not scheduled yet');
    return this.known;
  }

  async schedule(by: Person, plan: MeetingPlan): Promise<void> {
    this.known = await this.yard.phone(by).tell('meetings.schedule', plan);
  }

  async giveNotice(by: Person): Promise<void> {
    const { id, revision } = this.detail;
    this.known = await this.yard.phone(by).tell('meetings.giveNotice', { id, revision });
  }

  /** The secretary shows the code at the door; whoever comes types it. */
  async checkIn(by: Person, people: readonly Person[]): Promise<void> {
    const { id } = this.detail;
    const { code } = await this.yard.phone(by).ask('meetings.showCheckIn', { id });
    await forAll(people, (one) => this.yard.phone(one).tell('meetings.checkIn', { id, code }));
  }

  async recordMinutes(by: Person, text: string, items: Record<string, string> = {}): Promise<void> {
    const { id, revision } = this.detail;
    const lines = Object.entries(items).map(([itemId, said]) => ({ itemId, text: said }));
    const input = { id, revision, text, items: lines };
    this.known = await this.yard.phone(by).tell('meetings.recordMinutes', input);
  }
}
