'use client';

import type { ReactNode } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import type { MomentStyle } from '#shared/i18n/format-moment.ts';
import type { SeatIdentity as Identity } from '../request-views.ts';
import { SeatIdentityBar } from './seat-identity-bar.tsx';
import { useSeatRequests } from './use-seat-requests.ts';

type Props = {
  readonly appointmentId: AppointmentId;
  /** Grows with everything that happens to the appointment. */
  readonly version: number;
  readonly style: MomentStyle;
  /** What is known beside of who somebody turned out to be. */
  readonly renderIdentity: (identity: Identity) => ReactNode;
};

/** How sure it is who writes, where only their words are seen. Until it is known, nobody is identified. */
export function SeatIdentity({ appointmentId, version, style, renderIdentity }: Props) {
  const { known } = useSeatRequests(appointmentId, version);
  return (
    <SeatIdentityBar
      level={known?.level ?? 'none'}
      identity={known?.identity ?? null}
      notThem={known?.notThem ?? null}
      style={style}
    >
      {known?.identity && renderIdentity(known.identity)}
    </SeatIdentityBar>
  );
}
