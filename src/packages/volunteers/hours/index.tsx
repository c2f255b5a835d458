import { Page } from '@/components/page/page';
import { Hours } from '@/features/volunteers/hours';

/** What I did, by month and team. */
export default function HoursPage() {
  return (
    <Page title="我的时长">
      <Hours />
    </Page>
  );
}
