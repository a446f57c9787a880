import { codeOf } from '@shared/benefits/application/kind';
import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { bookingAccess, incubationAccess, siteAccess, stayAccess } from '@shared/incubation/access';
import type { incubationContract } from '@shared/incubation/contract';
import { incubationNotices } from '@shared/incubation/notices';
import type { Works } from '../benefits/queries';
import type { Area } from '../line/area';
import { incubationAudiences } from './audiences';
import { book, cancelBooking, markNoShow } from './hours/acts';
import { bookings, hours } from './hours/day';
import { awardLostListeners } from './line/award-lost';
import { line } from './line/page';
import { lineWorks } from './line/works';
import { incubationPersonal } from './personal';
import { offer, shutPlace } from './sites/acts';
import { board } from './sites/board';
import { closePlace, savePlace } from './sites/places';
import { mySites, site, sites } from './sites/plan';
import { makeSite, saveSite, saveSiteTerms, siteChoices, siteSetup } from './sites/setup';
import { recordRent } from './stays/rent';
import { stay } from './stays/stay';
import { stayWorks } from './stays/works';
import { tellOfPlaces } from './tell-soon';
import { incubationTodos } from './todos';

/** What happens with the moves of an application for a place, besides. */
export const incubationWorks: Works = { [codeOf(incubatorPlace)]: { ...lineWorks, ...stayWorks } };

export const incubationArea: Area<'incubation', typeof incubationContract> = {
  name: 'incubation',
  access: { ...incubationAccess.table, ...siteAccess.table, ...stayAccess.table, ...bookingAccess.table },
  procedures: {
    sites,
    site,
    siteChoices,
    makeSite,
    siteSetup,
    saveSite,
    saveSiteTerms,
    savePlace,
    closePlace,
    stay,
    mySites,
    board,
    line,
    offer,
    shutPlace,
    recordRent,
    hours,
    book,
    cancelBooking,
    bookings,
    markNoShow,
  },
  todos: incubationTodos,
  jobs: [{ name: 'tellOfPlaces', run: tellOfPlaces }],
  listens: awardLostListeners,
  notices: incubationNotices,
  audiences: incubationAudiences,
  personal: incubationPersonal,
  tables: ['place_site', 'place', 'place_wish', 'tenancy', 'rent_month', 'place_booking'],
  // Who waits and who has a place is read with their application, and called as they handed it in; whose a site may be, an organisation's row says.
  reads: { benefits: ['application'], forms: ['snapshot'], people: ['organisation'] },
};
