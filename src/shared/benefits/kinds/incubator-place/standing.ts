import type { ClockSpec } from '../../application/clock';
import type { Party } from '../../application/subject';

const parties: Readonly<Record<string, Party | null>> = {
  draft: 'applicant',
  applied: 'operator',
  operator_review: 'operator',
  returned: 'applicant',
  panel_review: 'operator',
  waitlisted: 'operator',
  offered: 'applicant',
  accepted: 'operator',
  signed: 'operator',
  moved_in: 'operator',
  renewal_requested: 'operator',
  warned: 'operator',
};

/** Who has it in a state; the panel sits at the site, and its marks are entered by the site's people. */
export const partyIn = (state: string): Party | null => parties[state] ?? null;

const review = { clock: 'operator', zh: '基地核对', workdays: 5, term: 'placeReview' } as const;

/** Days are demonstration, until an edition says others. An offer stands for calendar days. */
export const clocks: Readonly<Record<string, ClockSpec>> = {
  applied: review,
  operator_review: review,
  returned: {
    clock: 'correction',
    zh: '补正',
    workdays: 10,
    term: 'placeCorrection',
    pauses: 'operator',
    lapses: true,
    reminds: true,
  },
  panel_review: { clock: 'panel', zh: '评审', workdays: 10, term: 'placePanel' },
  // Of a place that is held its own notice tells, by the hour: nothing is lost but the place.
  offered: { clock: 'offer', zh: '答复', workdays: 7, term: 'placeOffer', calendar: true, lapses: true },
  accepted: { clock: 'signing', zh: '签订协议', workdays: 10, term: 'placeSigning', lapses: true, reminds: true },
  renewal_requested: { clock: 'renewal', zh: '续期核对', workdays: 5, term: 'placeRenewal' },
  warned: { clock: 'notice', zh: '整改', workdays: 10, term: 'placeNotice' },
};
