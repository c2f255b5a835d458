import type { ClaimView } from '@contract/claims';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { relationWords } from '@/features/members/relation-words';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

function Refuse({ claim, onClose }: { claim: ClaimView; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('members.decideClaim');
  const refuse = async () => {
    const { id: claimId, revision } = claim;
    if (await command.send({ claimId, revision, accept: false, reason })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title={`不同意${claim.personName}认领吗？`}
      confirm="不同意"
      reason={reason.trim() ? undefined : '请写明理由，对方看得到'}
      onConfirm={refuse}
      error={command.error}
      onClose={onClose}
    >
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}

/** Who in the register it is: the officer picks where several bear the name. */
function useMatch(claim: ClaimView) {
  const [key, setKey] = useState<string | null>(
    claim.matches.length === 1 ? (claim.matches[0]?.key ?? null) : null,
  );
  const match = claim.matches.find((one) => one.key === key);
  const keys = match ? (match.as === 'owner' ? { ownerKey: match.key } : { residentKey: match.key }) : {};
  return { key, setKey, keys };
}

function Claim({ claim }: { claim: ClaimView }) {
  const [refusing, setRefusing] = useState(false);
  const [accepting, setAccepting] = useState(false);
  const { key, setKey, keys } = useMatch(claim);
  const command = useCommand('members.decideClaim');
  const unmatched = claim.relation !== 'tenant' && claim.matches.length === 0;
  const blocked = denial(claim.can.decide) ?? (unmatched ? '登记里没有这个名字，请先核对登记' : undefined);
  const accept = async () => {
    const { id: claimId, revision } = claim;
    if (await command.send({ claimId, revision, accept: true, ...keys })) setAccepting(false);
  };
  return (
    <Card>
      <ListItem
        title={`${claim.personName} · ${claim.homeLabel}`}
        note={`${relationWords(claim.relation)}，登记姓名：${claim.registerName}，${dateTimeText(claim.createdAt, serverNow())}`}
      />
      {claim.note && <Text>{claim.note}</Text>}
      <PhotoGrid photos={claim.photos.map((fileId) => ({ fileId }))} label="证明" />
      {unmatched && <Notice tone="clay" title="房屋登记里没有这个名字" />}
      {claim.matches.length > 1 && (
        <ChoiceList
          label="是登记里的哪一位"
          choices={claim.matches.map((one) => ({
            id: one.key,
            title: one.name,
            note: one.as === 'owner' ? '业主' : `住户${one.bornIn ? `，${one.bornIn}年生` : ''}`,
          }))}
          value={key}
          onChange={setKey}
        />
      )}
      <Button reason={blocked} onTap={() => setAccepting(true)}>
        同意认领
      </Button>
      <Button kind="plain" reason={denial(claim.can.decide)} onTap={() => setRefusing(true)}>
        不同意
      </Button>
      <Confirm
        open={accepting}
        title={`同意${claim.personName}认领吗？`}
        text={`同意以后，${claim.personName}就是${claim.homeLabel}的${relationWords(claim.relation)}。`}
        confirm="同意"
        error={command.error}
        onConfirm={accept}
        onClose={() => setAccepting(false)}
      />
      {refusing && <Refuse claim={claim} onClose={() => setRefusing(false)} />}
    </Card>
  );
}

function Claims({ placeId }: { placeId: string }) {
  const claims = usePages('members.claims', { placeId });
  return (
    <Loaded of={claims}>
      {(rows) => (
        <>
          <List>
            <ListItem
              icon="home"
              title="已经认领的住户"
              note="房子卖了、搬走了、认领错了，在这里解除"
              onTap={() => open('/packages/desk/ties/index', { placeId })}
            />
          </List>
          {rows.length === 0 && <Empty icon="check" title="没有等着核对的申请" />}
          {rows.map((claim) => (
            <Claim key={claim.id} claim={claim} />
          ))}
          {claims.more && (
            <Button kind="quiet" onTap={claims.more}>
              再看一些
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

/** Claims of homes with a proof: looked at, accepted or refused with a reason; never one's own. */
export default function ClaimsPage() {
  const { placeId } = useRouter().params;
  const desk = useCall('overview.desk', {}, { enabled: !placeId });
  return (
    <Page title="认领审核">
      {placeId ? (
        <Claims placeId={placeId} />
      ) : (
        <Loaded of={desk}>{({ places }) => <Claims placeId={places[0]?.id ?? ''} />}</Loaded>
      )}
    </Page>
  );
}
