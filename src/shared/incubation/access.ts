import { sampleApplication } from '../benefits/access';
import { anyone, defineAccess, holdsAnywhere, signedIn } from '../kernel/define-access';
import { cast, organisationHere } from '../kernel/sample-cast';
import type { BookingSubject, SiteSubject } from './subjects';
import { bookedIt, readsStay, runsSite, type StaySubject } from './who';

const sampleSite: SiteSubject = { siteId: 'site', organisationId: organisationHere };

export const incubationAccess = defineAccess<unknown>()('incubation', {
  sites: anyone,
  site: anyone,
  hours: anyone,
  book: signedIn,
  // Of those whose site it is; others are shown none.
  mySites: holdsAnywhere('incubatorOperator'),
  siteChoices: holdsAnywhere('incubatorOperator'),
  makeSite: holdsAnywhere('incubatorOperator'),
});

export const siteAccess = defineAccess<SiteSubject>(sampleSite)('incubation', {
  board: runsSite,
  siteSetup: runsSite,
  saveSite: runsSite,
  saveSiteTerms: runsSite,
  savePlace: runsSite,
  closePlace: runsSite,
  line: runsSite,
  offer: runsSite,
  shutPlace: runsSite,
  recordRent: runsSite,
  bookings: runsSite,
});

export const stayAccess = defineAccess<StaySubject>({
  ...sampleApplication,
  site: sampleSite,
  organisations: [{ party: 'operator', organisationId: organisationHere, nameZh: '演示孵化基地', since: 0 }],
})('incubation', { stay: readsStay });

export const bookingAccess = defineAccess<BookingSubject>({
  ...sampleSite,
  bookingId: 'booking',
  personId: cast.leader,
  startsAt: 0,
  endsAt: 1,
})('incubation', { cancelBooking: bookedIt, markNoShow: runsSite });
