import type { ProfileView } from '@contract/profile-views';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { Stepper } from '@/components/stepper/stepper';
import { Tag } from '@/components/tag/tag';
import { TextInput } from '@/components/text-input/text-input';
import type { ProfileForm } from './use-lay-down';

interface FieldsProps {
  shown: ProfileView;
  form: ProfileForm;
  change: (part: Partial<ProfileForm>) => void;
  /** The server's sentences, by path: 'profile.publicationDays'. */
  fields: Record<string, string>;
}

const OFF_AGENDA = [
  { id: 'barred', title: '不能表决', note: '只表决通知里写明的议题' },
  { id: 'allowed', title: '到会的人可以表决', note: '业主大会除外' },
] as const;
const MOST_PROXIES = 10;

/** Days and numbers, each with what the law leaves open. */
export function NumberFields({ shown, form, change, fields }: FieldsProps) {
  return (
    <>
      <TextInput
        label="书面征求意见，最短几天"
        kind="number"
        value={form.shortest}
        onChange={(shortest) => change({ shortest })}
        max={3}
        error={fields['profile.writtenWindowDays.min']}
      />
      <TextInput
        label="书面征求意见，最长几天"
        kind="number"
        value={form.longest}
        onChange={(longest) => change({ longest })}
        max={3}
        error={fields['profile.writtenWindowDays.max']}
      />
      <TextInput
        label="结果公示几天"
        hint={`法律规定至少 ${shown.leastPublicationDays} 天`}
        kind="number"
        value={form.publicationDays}
        onChange={(publicationDays) => change({ publicationDays })}
        max={3}
        error={fields['profile.publicationDays']}
      />
      <Stepper
        label="一个人最多替别人投几票"
        unit="票"
        value={form.maxProxies}
        min={0}
        max={MOST_PROXIES}
        onChange={(maxProxies) => change({ maxProxies })}
      />
    </>
  );
}

/** Who stands in for an owners' committee, and what else is left to the locality. */
export function RestFields({ shown, form, change, fields }: FieldsProps) {
  const chosen = new Set<string>(form.ownersConveners);
  const refused = fields['profile.ownersConveners'];
  return (
    <>
      <Section title="没有业委会时，谁来召集业主">
        <List>
          {shown.offices.map(({ office, label }) => {
            const others = form.ownersConveners.filter((one) => one !== office);
            const next = chosen.has(office) ? others : [...others, office];
            return (
              <ListItem
                key={office}
                title={label}
                right={
                  <Tag tone={chosen.has(office) ? 'leaf' : 'stone'}>
                    {chosen.has(office) ? '✓ 可以' : '○ 不可以'}
                  </Tag>
                }
                onTap={() => change({ ownersConveners: next })}
              />
            );
          })}
        </List>
        {refused && <Notice tone="brand" icon="warn" title={refused} />}
      </Section>
      <TextInput
        label="只由一栋、一个单元的业主决定，依据哪份文件"
        hint="例如加装电梯。没有依据就空着，由全体业主决定"
        optional
        value={form.narrowerAreaAuthority}
        onChange={(narrowerAreaAuthority) => change({ narrowerAreaAuthority })}
        max={100}
        error={fields['profile.narrowerAreaAuthority']}
      />
      <PickField<'barred' | 'allowed'>
        label="会上临时加的议题"
        choices={OFF_AGENDA}
        value={form.offAgendaBarred === false ? 'allowed' : 'barred'}
        onChange={(picked) => change({ offAgendaBarred: picked === 'barred' })}
      />
    </>
  );
}
