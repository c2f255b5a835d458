import type { CallRequest } from '@contract/calls';
import type { ProposalDetail, ProposalRoute } from '@contract/proposals';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import { PickField } from '@/components/pick-field/pick-field';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { officeWords } from '@/features/members/office-words';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import type { StepProps } from './reason-steps';
import { ROUTE_WORDS } from './proposal-words';

type HolderOffice = NonNullable<CallRequest<'proposals.triage'>['holderOffice']>;

interface Sorting {
  route: ProposalRoute | null;
  holderLabel: string;
  holderOffice: HolderOffice | null;
}

const ROUTES = (['public', 'private', 'shared'] as const).map((id) => ({
  id,
  title: ROUTE_WORDS[id].text,
  note: ROUTE_WORDS[id].note,
}));
const OFFICES = (
  [
    'property-manager',
    'grid-worker',
    'building-head',
    'owners-committee',
    'residents-committee',
    'villagers-committee',
    'secretary',
    'street-officer',
  ] as const satisfies readonly HolderOffice[]
).map((id) => ({ id, title: officeWords(id) }));

function useSorting({ id, revision, route, holder }: ProposalDetail) {
  const draft = useDraftForm<Sorting>(`triage:${id}`, () => {
    const held = route === null || route === 'shared' ? '' : holder.label;
    return { route, holderLabel: held, holderOffice: null };
  });
  const command = useCommand('proposals.triage');
  const { value } = draft;
  const holderOf = () =>
    value.route === 'shared'
      ? {}
      : { holderLabel: value.holderLabel.trim(), holderOffice: value.holderOffice ?? undefined };
  const send = async (reason: string) => {
    if (!value.route) return null;
    const sorted = await command.send({ id, revision, route: value.route, reason, ...holderOf() });
    if (sorted) draft.drop();
    return sorted;
  };
  return { value, change: draft.change, command, send };
}

function missingIn({ route, holderLabel }: Sorting): string | undefined {
  if (!route) return '请先选公事、家事还是共事';
  return route === 'shared' || holderLabel.trim() ? undefined : '请写由谁承办';
}

/** Sorts a proposal: whose business it is, who takes it on, and why (PRO-2). */
export function TriageStep({ proposal, onClose }: StepProps) {
  const { value, change, command, send } = useSorting(proposal);
  const given = value.route === 'public' || value.route === 'private';
  return (
    <ReasonSheet
      draft={`triage-reason:${proposal.id}`}
      title="这是什么事？"
      confirm="分好了"
      reason={missingIn(value)}
      hint="大家都看得到"
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <Field label="分类" error={command.fields.route}>
        <ChoiceList
          label="分类"
          choices={ROUTES}
          value={value.route}
          onChange={(route) => change({ route })}
        />
      </Field>
      {given && (
        <>
          <TextInput
            label="由谁承办"
            placeholder="比如：街道城管科"
            max={20}
            value={value.holderLabel}
            onChange={(holderLabel) => change({ holderLabel })}
            error={command.fields.holderLabel}
          />
          <PickField<HolderOffice>
            label="由本地哪个职务报告办好了"
            hint="不选，就由社区报告"
            optional
            choices={OFFICES}
            value={value.holderOffice}
            onChange={(holderOffice) => change({ holderOffice })}
            error={command.fields.holderOffice}
          />
        </>
      )}
    </ReasonSheet>
  );
}
