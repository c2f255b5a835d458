import type { Roster, RosterLine } from '@contract/offices';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { Appoint } from '@/features/members/appoint';
import { officeWords } from '@/features/members/office-words';
import { PlaceField } from '@/features/places/place-field';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

function Withdraw({ line, onClose }: { line: RosterLine; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('members.withdrawOffice');
  const withdraw = async () => {
    if (await command.send({ personId: line.personId, officeId: line.office.id, reason })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title={`免去${line.name}的${officeWords(line.office.office)}吗？`}
      confirm="免去"
      reason={reason.trim() ? undefined : '请写明理由'}
      onConfirm={withdraw}
      error={command.error}
      onClose={onClose}
    >
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}

function Lines({
  lines,
  onWithdraw,
}: {
  lines: readonly RosterLine[];
  onWithdraw: (line: RosterLine) => void;
}) {
  return (
    <List>
      {lines.map((line) => (
        <ListItem
          key={line.office.id}
          icon="person"
          title={`${officeWords(line.office.office)} ${line.name}`}
          note={`${line.office.placeName} · 任期到${dateText(line.office.untilAt, serverNow())}`}
          right={
            line.can.withdraw === null && (
              <Button kind="quiet" size="small" onTap={() => onWithdraw(line)} label={`免去${line.name}`}>
                免去
              </Button>
            )
          }
        />
      ))}
    </List>
  );
}

function Offices({ roster }: { roster: Roster }) {
  const [appointing, setAppointing] = useState(false);
  const [leaving, setLeaving] = useState<RosterLine | null>(null);
  return (
    <>
      <Section title="这里的职务" count={`${roster.here.length} 个`}>
        {roster.here.length === 0 && <Empty icon="people" title="这里还没有人任职" />}
        <Lines lines={roster.here} onWithdraw={setLeaving} />
      </Section>
      {roster.appointable.length > 0 && (
        <Button icon="plus" onTap={() => setAppointing(true)}>
          任职
        </Button>
      )}
      {roster.above.length > 0 && (
        <Section title="上面管这里的">
          <Lines lines={roster.above} onWithdraw={setLeaving} />
        </Section>
      )}
      {appointing && <Appoint roster={roster} onClose={() => setAppointing(false)} />}
      {leaving && <Withdraw line={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function OfficesOf({ start }: { start: string }) {
  const [placeId, setPlaceId] = useState(start);
  const roster = useCall('members.whoIsWho', { placeId });
  return (
    <>
      <PlaceField label="哪个地方" start={start} value={placeId} onChange={setPlaceId} />
      <Loaded of={roster}>{(shown) => <Offices key={shown.placeId} roster={shown} />}</Loaded>
    </>
  );
}

/** Who holds which office where; giving and withdrawing them where one's own office reaches. */
export default function OfficesPage() {
  const { placeId } = useRouter().params;
  const desk = useCall('overview.desk', {}, { enabled: !placeId });
  return (
    <Page title="任职">
      {placeId ? (
        <OfficesOf start={placeId} />
      ) : (
        <Loaded of={desk}>{({ places }) => <OfficesOf start={places[0]?.id ?? ''} />}</Loaded>
      )}
    </Page>
  );
}
