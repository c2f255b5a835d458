import { Text } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { open } from '@/services/navigate';

/** Calls for help that are open now: they stand above everything. */
export function OpenSurges({ placeId }: { placeId: string }) {
  const surges = useCall('surges.list', { placeId });
  const running = surges.data?.items.filter(({ state }) => state === 'open') ?? [];
  return (
    <>
      {running.map(({ id, text, where, mine, askedAt, closesAt, withinHours }) => (
        <Card key={id} urgent={mine === null}>
          <Tags>
            <Tag tone="brand" icon="bell">
              紧急召集
            </Tag>
            {mine && (
              <Tag tone="leaf" icon={mine === 'coming' ? 'check' : 'cross'}>
                {mine === 'coming' ? '我说了能来' : '我说了来不了'}
              </Tag>
            )}
          </Tags>
          <Text>{`${text}。${withinHours} 小时内到${where}。`}</Text>
          <Countdown label="截止" from={askedAt} until={closesAt} />
          <Button
            kind={mine ? 'plain' : 'main'}
            onTap={() => open('/packages/volunteers/surge/index', { id })}
          >
            {mine ? '看一看' : '去回答'}
          </Button>
        </Card>
      ))}
    </>
  );
}
