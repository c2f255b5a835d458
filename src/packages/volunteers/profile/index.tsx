import type { VolunteerView } from '@contract/volunteers';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { useHome } from '@/features/overview/use-home';
import { JoinFirst } from '@/features/overview/join-first';
import { Describe } from '@/features/volunteers/describe';
import { Report } from '@/features/volunteers/report';
import '@/features/volunteers/volunteers.scss';
import { aria } from '@/services/aria';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

/** Under age: whether a guardian has agreed, and the code that is said for it. */
function Consent({ volunteer: { consent, guardian, code } }: { volunteer: VolunteerView }) {
  if (consent === 'none') return null;
  if (consent === 'given' && guardian) {
    return (
      <Notice tone="leaf" icon="check" title={`监护人${guardian.name}已经同意`}>
        <Text>{`${dateText(guardian.at, serverNow())}由社区按签字的同意书登记${guardian.dataToo ? '，也同意使用信息' : ''}。`}</Text>
      </Notice>
    );
  }
  return (
    <Card tone="clay">
      <View className="volunteer-head">
        <Text>还要监护人同意</Text>
      </View>
      <Text>未满18岁，请带着监护人签字的同意书，到社区报这个志愿者码：</Text>
      {code && (
        <View className="volunteer-code" {...aria({ role: 'img', label: `志愿者码 ${[...code].join(' ')}` })}>
          <Text className="volunteer-digits">{code.slice(0, 4)}</Text>
          <Text className="volunteer-digits">{code.slice(4)}</Text>
        </View>
      )}
    </Card>
  );
}

function Reports({ volunteer: { reports, can } }: { volunteer: VolunteerView }) {
  return (
    <Section title="我报到的地方" count={reports.length > 0 ? `${reports.length} 处` : undefined}>
      {reports.length === 0 && (
        <Card>
          <Text>您家所在的小区不用报到。想去别处做志愿，先在那里报到。</Text>
        </Card>
      )}
      {reports.map((report) => (
        <Report key={report.id} report={report} />
      ))}
      <Button
        kind="plain"
        icon="plus"
        reason={denial(can.reportIn)}
        onTap={() => open('/packages/volunteers/report-in/index')}
      >
        我要报到
      </Button>
    </Section>
  );
}

function Profile() {
  const volunteer = useCall('volunteers.mine', {});
  return (
    <Loaded of={volunteer}>
      {(shown) => (
        <>
          <Consent volunteer={shown} />
          <Describe volunteer={shown} />
          <Reports volunteer={shown} />
        </>
      )}
    </Loaded>
  );
}

/** What is known of me as a volunteer: said once by myself. */
export default function ProfilePage() {
  const home = useHome();
  return (
    <Page title="我的志愿档案">
      <Loaded of={home}>{({ signedIn }) => (signedIn ? <Profile /> : <JoinFirst signedIn={false} />)}</Loaded>
    </Page>
  );
}
