import type { NoticeOf } from '../kernel/define-notice';
import type { IncubationEvents, OfferTold, PlaceTold } from './events';

/** Who is told: whoever applied for the place or has it, or the people of its site. */
export type IncubationAudiences = {
  placeTenant: { personId: string };
  placeOperator: { personId: string; organisationId: string };
};

export type IncubationNotice = NoticeOf<IncubationEvents, IncubationAudiences>;

export const samplePlace: PlaceTold = {
  applicationId: '01930000-0000-7000-8000-000000000001',
  personId: '01930000-0000-7000-8000-000000000002',
  organisationId: '01930000-0000-7000-8000-000000000003',
  siteZh: '尧都创业孵化基地（演示）',
  placeZh: 'B03 办公间',
};

export const sampleOffer: OfferTold = { ...samplePlace, lapsesAt: '2026-12-04T00:00:00+08:00' };
