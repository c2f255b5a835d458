import { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { useCall } from '@/features/calls/use-call';
import { AlternativesFor } from '@/features/rooms/alternatives';
import { BookingMain, BookingSteps, OfficeSteps } from '@/features/rooms/booking-actions';
import { BookingCard } from '@/features/rooms/booking-card';
import { pageId } from '@/services/page-id';

/** One booking: how it stands, and what can be done with it by its booker or by the office. */
export default function BookingPage() {
  const id = pageId(useRouter().params);
  const booking = useCall('bookings.detail', { id }, { enabled: id !== '' });
  return (
    <Page title="预约" bottom={booking.data && <BookingMain booking={booking.data} />}>
      <Loaded of={booking}>
        {(shown) => (
          <>
            <BookingCard booking={shown} />
            {shown.mine && shown.state === 'displaced' && <AlternativesFor bookingId={shown.id} />}
            {!shown.mine && <OfficeSteps booking={shown} />}
            <BookingSteps booking={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
