import type { EntrustedVoter, GivenProxy } from '@contract/proxies';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Receipt } from '@/components/receipt/receipt';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { PaperPhotos } from '@/features/motions/paper-photos';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { codeText, givenMark, givenNext, givenTitle, scopeText } from './proxy-words';

function Withdraw({ proxy, onClose }: { proxy: GivenProxy; onClose: () => void }) {
  const command = useCommand('proxies.end');
  const withdraw = async () => {
    if (await command.send({ proxyId: proxy.proxyId, number: proxy.number })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title="收回这份委托吗？"
      text="马上生效，受托人不能再代您投。以前代投的票还算，您可以自己再投，以您自己投的为准。"
      confirm="收回委托"
      onConfirm={withdraw}
      error={command.error}
      onClose={onClose}
    />
  );
}

/** A voter's written proxy: to whom, for what, and the way to take it back. */
export function GivenProxyCard({
  voter,
  proxy,
}: {
  voter: Pick<EntrustedVoter, 'label'>;
  proxy: GivenProxy;
}) {
  const [asking, setAsking] = useState(false);
  const lines = [
    { label: '投票人', value: voter.label },
    { label: '委托给', value: proxy.holderName },
    { label: '委托什么', value: scopeText(proxy.wholeMeeting) },
    { label: '时间', value: dateTimeText(proxy.givenAt, serverNow()) },
    ...(proxy.enteredByName ? [{ label: '登记人', value: proxy.enteredByName }] : []),
    ...(proxy.code ? [{ label: '委托码', value: codeText(proxy.code) }] : []),
  ];
  return (
    <>
      <Receipt title={givenTitle(proxy)} mark={givenMark(proxy)} lines={lines} next={givenNext(proxy)}>
        {proxy.photos.length > 0 && <PaperPhotos photos={proxy.photos} />}
        {proxy.can.withdraw === null && (
          <Button kind="danger" onTap={() => setAsking(true)}>
            收回委托
          </Button>
        )}
      </Receipt>
      {asking && <Withdraw proxy={proxy} onClose={() => setAsking(false)} />}
    </>
  );
}
