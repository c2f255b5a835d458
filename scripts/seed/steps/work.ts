import type { CallOutput } from '../../../contract/calls';
import type { Office } from '../../../contract/roles';
import type { Person } from '../community/people';
import type { SceneName } from '../photos/scenes';
import type { Yard } from '../yard';
import type { Vote } from './vote';

type Detail = CallOutput<'resolutions.detail'>;

interface Task {
  title: string;
  office: Office;
  /** 'YYYY-MM-DD' */
  dueOn: string;
}

interface Report {
  text: string;
  photos?: readonly SceneName[];
  done?: boolean;
}

/** What was decided, and the work that follows. */
export class Work {
  private known: Detail | undefined;

  constructor(
    private readonly yard: Yard,
    private readonly vote: Vote,
  ) {}

  get detail(): Detail {
    if (!this.known) throw new Error('not published yet');
    return this.known;
  }

  async publish(by: Person, text: string, publishedUntilOn: string): Promise<void> {
    const input = { motionId: this.vote.detail.id, text, publishedUntilOn };
    this.known = await this.yard.phone(by).tell('resolutions.publish', input);
  }

  /** Gives a task to somebody by the office that they hold for the place. */
  async assign(by: Person, to: Person, { office, ...task }: Task): Promise<void> {
    const { id, revision, placeId } = this.detail;
    const personId = this.yard.idOf(to);
    const roster = await this.yard.phone(by).ask('members.whoIsWho', { placeId });
    const held = [...roster.here, ...roster.above].find(
      (line) => line.personId === personId && line.office.office === office,
    );
    if (!held) throw new Error(`${to.openid} does not answer for ${placeId}`);
    const input = { id, revision, personId, officeId: held.office.id, ...task };
    this.known = await this.yard.phone(by).tell('resolutions.addItem', input);
  }

  /** On the task of this title. */
  async report(by: Person, title: string, { text, photos = [], done = false }: Report): Promise<void> {
    const { id, revision, items } = this.detail;
    const itemId = items.find((item) => item.title === title)?.id ?? '';
    const taken = await this.yard.photos(by, photos);
    const input = { id, itemId, revision, text, photos: taken, done };
    this.known = await this.yard.phone(by).tell('resolutions.report', input);
  }

  async confirm(by: Person): Promise<void> {
    const { id, revision } = this.detail;
    this.known = await this.yard.phone(by).tell('resolutions.confirm', { id, revision });
  }
}
