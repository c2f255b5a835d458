import type { ProfileView } from '@contract/profile-views';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';

type Profile = ProfileView['profile'];

/** The profile as it is typed: numbers are text until they are sent. */
export interface ProfileForm
  extends Omit<
    Profile,
    'id' | 'confirmedBy' | 'narrowerAreaAuthority' | 'writtenWindowDays' | 'publicationDays'
  > {
  confirmedBy: string;
  narrowerAreaAuthority: string;
  shortest: string;
  longest: string;
  publicationDays: string;
  basis: string;
  photos: string[];
}

function formOf({ profile, leastPublicationDays }: ProfileView): ProfileForm {
  const { id: _place, writtenWindowDays, confirmedBy, narrowerAreaAuthority, ...rest } = profile;
  return {
    ...rest,
    confirmedBy: confirmedBy ?? '',
    narrowerAreaAuthority: narrowerAreaAuthority ?? '',
    shortest: String(writtenWindowDays.min),
    longest: String(writtenWindowDays.max),
    publicationDays: String(Math.max(leastPublicationDays, profile.publicationDays)),
    basis: '',
    photos: [],
  };
}

const wholeOf = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** Why it cannot be sent yet; what the law forbids the server says, field by field. */
export function missingOf(form: ProfileForm): string | undefined {
  const numbers = [form.shortest, form.longest, form.publicationDays].map(wholeOf);
  if (numbers.some(Number.isNaN)) return '天数请填整数';
  if (form.electronicVotes.length > 0 && !form.confirmedBy.trim()) return '选了法定表决，要写确认的机关';
  return form.basis.trim() ? undefined : '请写依据的文件';
}

/** Writing down a new version; what is typed stays on the phone until it is sent. */
export function useLayDown(shown: ProfileView, onDone: () => void) {
  const { placeId, revision } = shown;
  const form = useDraftForm<ProfileForm>(`profile:${placeId}:${revision}`, () => formOf(shown));
  const command = useCommand('members.setProfile');
  const send = async () => {
    const { basis, photos, shortest, longest, publicationDays, confirmedBy, ...rest } = form.value;
    const profile = {
      ...rest,
      electronicVotes: [...rest.electronicVotes],
      phonePresence: [...rest.phonePresence],
      ownersConveners: [...rest.ownersConveners],
      confirmedBy: confirmedBy.trim() || null,
      narrowerAreaAuthority: rest.narrowerAreaAuthority.trim() || null,
      writtenWindowDays: { min: wholeOf(shortest), max: wholeOf(longest) },
      publicationDays: wholeOf(publicationDays),
    };
    if (!(await command.send({ placeId, revision, profile, basis, photos }))) return;
    form.drop();
    onDone();
  };
  return { ...form, send, error: command.error, fields: command.fields };
}
