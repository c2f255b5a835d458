import type { LocalCloud } from '../../emulator';
import { Calendar } from './calendar';
import type { CharacterKey } from './community/characters';
import { People, type Person } from './community/people';
import { register } from './community/register';
import { Phone } from './gateway';
import { draw } from './photos/canvas';
import { type SceneName, SCENES } from './photos/scenes';
import { Story } from './story';

/** What every part of the demo community needs: who there is, when things happen, and the phones that they happen by. */
export class Yard {
  readonly story = new Story();
  readonly calendar: Calendar;
  readonly register = register();
  readonly people = new People(this.register);
  /** By label; filled when the register is recorded. */
  readonly homeIds = new Map<string, string>();
  /** By openid; filled as people sign in. */
  readonly personIds = new Map<string, string>();
  private readonly timerRuns = new Set<number>();
  private readonly phones = new Map<string, Phone>();

  constructor(
    private readonly cloud: LocalCloud,
    nowAt: number,
  ) {
    this.calendar = new Calendar(nowAt);
  }

  phone({ openid }: Person): Phone {
    const phone = this.phones.get(openid) ?? new Phone(this.cloud, openid);
    this.phones.set(openid, phone);
    return phone;
  }

  by(key: CharacterKey): Phone {
    return this.phone(this.people.is(key));
  }

  homeId(label: string): string {
    const id = this.homeIds.get(label);
    if (!id) throw new Error(`no home ${label} in the register`);
    return id;
  }

  idOf({ openid }: Person): string {
    const id = this.personIds.get(openid);
    if (!id) throw new Error(`${openid} has not signed in yet`);
    return id;
  }

  /** Takes photos with somebody's phone; gives their file ids. */
  photos(person: Person, scenes: readonly SceneName[]): Promise<string[]> {
    return Promise.all(scenes.map((scene) => this.phone(person).upload(draw(SCENES[scene]))));
  }

  /** Lets the cloud's minute timer run at an instant: it counts, delivers and seals. */
  timerAt(at: number): void {
    if (!this.timerRuns.has(at)) this.story.on(at, () => this.runTimer());
    this.timerRuns.add(at);
  }

  private async runTimer(): Promise<void> {
    const answer = await this.cloud.fireTimer('timer');
    const { ran, failed } =
      'result' in answer ? (answer.result as { ran: number; failed: number }) : { ran: 0, failed: 0 };
    if (ran === 0 || failed > 0) throw new Error(`the timer did not do its work: ${JSON.stringify(answer)}`);
  }
}
