/** Collection `tasks`: what is to be done; its days are `shifts`. Guard of its wording, its insurance and its end (TASK-2, TASK-3). */
export interface TaskDocument {
  _id: string;
  title: string;
  what: string;
  where: string;
  skills: string[];
  bring: string;
  risks: { none: boolean; text: string };
  minimumAge: number;
  training: string;
  dangerous: boolean;
  insurance: { insurer: string; policyNumber: string; untilOn: string; at: number; by: string } | null;
  placeId: string;
  placeName: string;
  path: string[];
  teamId: string | null;
  teamName: string | null;
  state: 'open' | 'ended';
  /** The last day of any shift that was laid down; null: none yet. */
  laidUntil: string | null;
  ended: { at: number; reason: string; by: string } | null;
  /** Its coming shifts are still to be cancelled by the timer (TASK-7). */
  sweeping: boolean;
  revision: number;
  createdBy: string;
  createdAt: number;
}
