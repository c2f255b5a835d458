import type { BoxMark, BoxVoter, BoxView } from '@contract/secret-ballots';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

const HELP = [
  { id: 'own', title: '本人自己填的' },
  { id: 'helped', title: '有人帮着填的', note: '本人同意并在场；帮忙的人填完不看、不说' },
] as const;

/** Asks once more before a voter is marked: from then on they cannot vote on the phone. */
function MarkVoter({ box, voter, onClose }: { box: BoxView; voter: BoxVoter; onClose: () => void }) {
  const [helper, setHelper] = useState<string | null>(null);
  const command = useCommand('motions.markBox');
  const mark = async () => {
    const assistance = helper === null ? null : { helper, consent: true as const };
    if (await command.send({ motionId: box.motionId, entryId: voter.entryId, assistance })) onClose();
  };
  return (
    <Confirm
      open
      title={`${voter.label}把票放进票箱了吗？`}
      text="要亲眼看着放进去再登记。登记以后，这一家不能再在手机上投，家里人会收到通知。"
      confirm="看着放进去了，登记"
      reason={helper?.trim() === '' ? '写上帮忙的人的名字' : undefined}
      onConfirm={mark}
      error={command.error}
      onClose={onClose}
    >
      <ChoiceList
        label="谁填的"
        choices={HELP}
        value={helper === null ? 'own' : 'helped'}
        onChange={(how) => setHelper(how === 'helped' ? '' : null)}
      />
      {helper !== null && <TextInput label="帮忙的人的名字" value={helper} onChange={setHelper} max={30} />}
    </Confirm>
  );
}

/** Takes a mark back that was made by mistake. */
function Unmark({ box, mark, onClose }: { box: BoxView; mark: BoxMark; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('motions.unmarkBox');
  const take = async () => {
    if (await command.send({ motionId: box.motionId, entryId: mark.entryId, reason })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title={`撤回${mark.label}的登记吗？`}
      text="只有票没有放进箱子、登记错了人才能撤回。票已经在箱里的不能撤：那样箱里的票会比登记的多，整箱作废。"
      confirm="票没有放进去，撤回"
      reason={reason.trim() ? undefined : '写上为什么撤回'}
      onConfirm={take}
      error={command.error}
      onClose={onClose}
    >
      <TextInput label="为什么撤回" value={reason} onChange={setReason} max={200} />
    </Confirm>
  );
}

function Found({ box, search }: { box: BoxView; search: string }) {
  const [chosen, setChosen] = useState<BoxVoter | null>(null);
  const found = useCall('motions.boxVoters', { motionId: box.motionId, search });
  return (
    <Loaded of={found}>
      {({ items, more }) => (
        <>
          {items.length === 0 && <Empty icon="people" title="名册里没有找到" text="请看看有没有写错。" />}
          <List>
            {items.map((row) => (
              <ListItem
                key={row.entryId}
                title={row.label}
                note={denial(row.may)}
                onTap={row.may === null ? () => setChosen(row) : undefined}
              />
            ))}
          </List>
          {more && (
            <Notice tone="sky" title="还有很多">
              <Text>请写得更全一些。</Text>
            </Notice>
          )}
          {chosen && <MarkVoter box={box} voter={chosen} onClose={() => setChosen(null)} />}
        </>
      )}
    </Loaded>
  );
}

/** Who put a paper into the box: found by room or name, marked once it is seen. */
export function BoxMarking({ box }: { box: BoxView }) {
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState('');
  if (box.can.mark !== null) return null;
  return (
    <Section title="登记谁放了票">
      <TextInput
        label="房号或名字"
        placeholder="比如：1栋 2单元 102"
        value={search}
        onChange={setSearch}
        onConfirm={() => setAsked(search.trim())}
        max={30}
      />
      <Button
        kind={asked ? 'plain' : 'main'}
        reason={search.trim() ? undefined : '先写房号或名字'}
        onTap={() => setAsked(search.trim())}
      >
        找这一家
      </Button>
      {asked !== '' && <Found box={box} search={asked} />}
    </Section>
  );
}

/** The marks that I made, with the way to take one back. */
export function MyMarks({ box }: { box: BoxView }) {
  const [chosen, setChosen] = useState<BoxMark | null>(null);
  if (box.marked.length === 0) return null;
  return (
    <Section title="我登记的">
      <List>
        {box.marked.map((mark) => (
          <ListItem
            key={mark.entryId}
            title={mark.label}
            note={`${dateTimeText(mark.markedAt, serverNow())}${mark.helper ? ` · ${mark.helper}帮着填的` : ''}${box.can.mark === null ? ' · 登记错了点这里' : ''}`}
            onTap={box.can.mark === null ? () => setChosen(mark) : undefined}
          />
        ))}
      </List>
      {chosen && <Unmark box={box} mark={chosen} onClose={() => setChosen(null)} />}
    </Section>
  );
}
