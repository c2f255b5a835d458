import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { CallError } from '@/services/call-error';

const nothing = () => undefined;

export function StatesRoom() {
  return (
    <>
      <Notice tone="leaf" icon="check" title="您可以投票">
        您家 2 套房合计 194.36 ㎡，算 1 人、1 票
      </Notice>
      <Notice tone="clay" icon="clock" title="有 2 张照片还没有传上去" />
      <Notice tone="brand" icon="warn" title="没有提交成功">
        网络不好，没有收到回答。请再试一次，不会重复提交。
      </Notice>
      <Notice tone="sky" icon="info" title="这是预表决">
        结果供大家商量，不替代法定表决。
      </Notice>
      <Notice tone="stone" icon="lock" title="投票已经截止" />
      <Section title="正在读取">
        <Skeleton kind="card" count={1} />
        <Skeleton kind="list" count={2} />
        <Skeleton kind="lines" count={3} />
      </Section>
      <Section title="空的">
        <Empty
          title="还没有人提议"
          text="楼道灯不亮、车没处停，一句话就可以提。"
          action={{ text: '我要提议', onTap: nothing }}
        />
      </Section>
      <Section title="出错">
        <ErrorBox error={new CallError('NO_ANSWER')} onRetry={nothing} />
        <ErrorBox error={new CallError('INTERNAL', 'r-8f3k2m9q')} onRetry={nothing} />
        <ErrorBox error={new CallError('OFFLINE')} onRetry={nothing} />
      </Section>
    </>
  );
}
