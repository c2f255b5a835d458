import { TEAM_COLOUR_ORDER, useTeamForm } from '@/features/volunteers/use-team-form';
import type { TeamColour, TeamDetail } from '@contract/teams';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { COLOUR_NOTES, JOINING } from '@/features/volunteers/team-words';
import { replaceWith } from '@/services/navigate';

const JOININGS = (['open', 'asked'] as const).map((id) => ({ id, title: JOINING[id] }));

interface ColourProps {
  placeId: string;
  value: TeamColour | null;
  onChange: (colour: TeamColour) => void;
  error?: string;
}

function Colour({ placeId, value, onChange, error }: ColourProps) {
  const teams = usePages('teams.list', { placeId });
  const labels = new Map((teams.first?.colours ?? []).map(({ id, label }) => [id, label]));
  const choices = TEAM_COLOUR_ORDER.flatMap((id) => {
    const title = labels.get(id);
    return title ? [{ id, title, note: COLOUR_NOTES[id] }] : [];
  });
  return <PickField label="哪一种队伍" choices={choices} value={value} onChange={onChange} error={error} />;
}

function Form({ placeId, team }: { placeId: string; team: TeamDetail | null }) {
  const { value, change, drop } = useTeamForm(placeId, team);
  const make = useCommand('teams.make');
  const edit = useCommand('teams.edit');
  const { error, fields } = team ? edit : make;
  const { colour, ...kept } = value;
  const missing = value.name.trim() && value.purpose.trim() ? undefined : '请写好队名、做什么';
  const send = async () => {
    if (!colour) return;
    const saved = team
      ? await edit.send({ id: team.id, revision: team.revision, ...kept })
      : await make.send({ placeId, colour, ...kept });
    if (!saved) return;
    drop();
    replaceWith('/packages/volunteers/team/index', { id: saved.id });
  };
  return (
    <>
      {!team && (
        <Colour
          placeId={placeId}
          value={colour}
          onChange={(chosen) => change({ colour: chosen })}
          error={fields.colour}
        />
      )}
      <TextInput
        label="队名"
        placeholder="比如：幸福里夜巡队"
        value={value.name}
        onChange={(name) => change({ name })}
        max={20}
        error={fields.name}
      />
      <TextArea
        label="做什么"
        value={value.purpose}
        onChange={(purpose) => change({ purpose })}
        max={200}
        error={fields.purpose}
      />
      <Field label="怎么加入" error={fields.joining}>
        <ChoiceList
          label="怎么加入"
          choices={JOININGS}
          value={value.joining}
          onChange={(joining) => change({ joining })}
        />
      </Field>
      {error && <ErrorBox error={error} />}
      <Button onTap={send} reason={colour ? missing : '请选哪一种队伍'}>
        {team ? '改好了' : '建好队伍'}
      </Button>
    </>
  );
}

function Edit({ placeId, id }: { placeId: string; id: string }) {
  const team = useCall('teams.detail', { id });
  return <Loaded of={team}>{(shown) => <Form placeId={placeId} team={shown} />}</Loaded>;
}

/** Making a team, or putting its words right. */
export default function MakeTeamPage() {
  const { placeId = '', id } = useRouter().params;
  return (
    <Page title={id ? '改队伍说明' : '建一支队伍'}>
      {id ? <Edit placeId={placeId} id={id} /> : <Form placeId={placeId} team={null} />}
    </Page>
  );
}
