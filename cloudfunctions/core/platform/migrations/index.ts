import type { Migration } from 'kysely';
import * as m0001 from './0001-platform-foundations';
import * as m0002 from './0002-people-sessions-grants-feedback';
import * as m0003 from './0003-competition-editions';
import * as m0004 from './0004-entry-form-team-materials';
import * as m0005 from './0005-screening-reviews';
import * as m0006 from './0006-policies-library';
import * as m0007 from './0007-notices-inbox';
import * as m0008 from './0008-upload-leftovers';
import * as m0009 from './0009-entry-plain-codes';
import * as m0010 from './0010-entry-frozen-values';
import * as m0012 from './0012-upload-files';
import * as m0013 from './0013-platform-worker-leases';
import * as m0014 from './0014-platform-keyed-seals';
import * as m0016 from './0016-screening-reopening-notes';
import * as m0018 from './0018-entry-upload-marks';
import * as m0020 from './0020-platform-security-events';
import * as m0022 from './0022-entry-personal-files';
import * as m0023 from './0023-people-grant-scopes';
import * as m0024 from './0024-subjects';
import * as m0025 from './0025-entry-waits';
import * as m0026 from './0026-telling-messages';
import * as m0027 from './0027-competition-phases-as-data';
import * as m0028 from './0028-awards';
import * as m0029 from './0029-people-grant-codes';
import * as m0030 from './0030-competition-blueprint-versions';
import * as m0031 from './0031-competition-regions';
import * as m0032 from './0032-competition-contest-setup';
import * as m0033 from './0033-competition-announcements';
import * as m0034 from './0034-screening-decisions';
import * as m0035 from './0035-entry-search';
import * as m0036 from './0036-screening-checks';
import * as m0037 from './0037-people-web-sign-in';
import * as m0039 from './0039-oversight-openings';
import * as m0041 from './0041-entry-late-codes';
import * as m0042 from './0042-entry-counter';
import * as m0045 from './0045-entry-search-order';
import * as m0046 from './0046-policies-facts';
import * as m0048 from './0048-policies-definitions';
import * as m0050 from './0050-telling-phone-messages';
import * as m0051 from './0051-policies-drafts';
import * as m0052 from './0052-policies-defects';
import * as m0053 from './0053-policies-push';
import * as m0054 from './0054-notices-reminders';
import * as m0055 from './0055-telling-texts';
import * as m0056 from './0056-wordings-and-names';
import * as m0057 from './0057-forms-consent-texts';
import * as m0058 from './0058-rights';
import * as m0059 from './0059-awards-claims';
import * as m0061 from './0061-benefits-applications';
import * as m0065 from './0065-entry-search-region-groups';
import * as m0066 from './0066-policies-endings';
import * as m0068 from './0068-people-texts';
import * as m0069 from './0069-platform-terms-and-closings';
import * as m0070 from './0070-benefits-parties';
import * as m0071 from './0071-finance-batches';
import * as m0072 from './0072-lending-loans';
import * as m0074 from './0074-incubation-places';
import * as m0075 from './0075-incubation-rent';
import * as m0076 from './0076-incubation-bookings';
import * as m0077 from './0077-training-classes';
import * as m0078 from './0078-training-enrolments';
import * as m0079 from './0079-training-attendance';
import * as m0080 from './0080-referral';
import * as m0081 from './0081-referral-packs';
import * as m0082 from './0082-subsidies';
import * as m0084 from './0084-screening-mark-fields';
import * as m0085 from './0085-incubation-site-versions';
import * as m0089 from './0089-telling-deliveries';
import * as m0090 from './0090-platform-closings-emptied';
import * as m0092 from './0092-screening-seen-rows';
import * as m0094 from './0094-awards-lists';
import * as m0095 from './0095-lending-lists';
import * as m0096 from './0096-files-given-again';
import * as m0097 from './0097-benefits-bounded-pages';
import * as m0101 from './0101-telling-deliveries-of-persons';
import * as m0104 from './0104-people-organisation-contact';
import * as m0105 from './0105-policies-most-times';
import * as m0106 from './0106-training-class-terms';
import * as m0107 from './0107-benefits-subsidies-handed-in';
import * as m0108 from './0108-benefits-parties-in-turn';
import * as m0109 from './0109-lending-unpaid-statements';

/** A static map, so that a bundled function carries its migrations' names; forward only. */
export const migrations: Record<string, Migration> = {
  '0001-platform-foundations': m0001,
  '0002-people-sessions-grants-feedback': m0002,
  '0003-competition-editions': m0003,
  '0004-entry-form-team-materials': m0004,
  '0005-screening-reviews': m0005,
  '0006-policies-library': m0006,
  '0007-notices-inbox': m0007,
  '0008-upload-leftovers': m0008,
  '0009-entry-plain-codes': m0009,
  '0010-entry-frozen-values': m0010,
  '0012-upload-files': m0012,
  '0013-platform-worker-leases': m0013,
  '0014-platform-keyed-seals': m0014,
  '0016-screening-reopening-notes': m0016,
  '0018-entry-upload-marks': m0018,
  '0020-platform-security-events': m0020,
  '0022-entry-personal-files': m0022,
  '0023-people-grant-scopes': m0023,
  '0024-subjects': m0024,
  '0025-entry-waits': m0025,
  '0026-telling-messages': m0026,
  '0027-competition-phases-as-data': m0027,
  '0028-awards': m0028,
  '0029-people-grant-codes': m0029,
  '0030-competition-blueprint-versions': m0030,
  '0031-competition-regions': m0031,
  '0032-competition-contest-setup': m0032,
  '0033-competition-announcements': m0033,
  '0034-screening-decisions': m0034,
  '0035-entry-search': m0035,
  '0036-screening-checks': m0036,
  '0037-people-web-sign-in': m0037,
  '0039-oversight-openings': m0039,
  '0041-entry-late-codes': m0041,
  '0042-entry-counter': m0042,
  '0045-entry-search-order': m0045,
  '0046-policies-facts': m0046,
  '0048-policies-definitions': m0048,
  '0050-telling-phone-messages': m0050,
  '0051-policies-drafts': m0051,
  '0052-policies-defects': m0052,
  '0053-policies-push': m0053,
  '0054-notices-reminders': m0054,
  '0055-telling-texts': m0055,
  '0056-wordings-and-names': m0056,
  '0057-forms-consent-texts': m0057,
  '0058-rights': m0058,
  '0059-awards-claims': m0059,
  '0061-benefits-applications': m0061,
  '0065-entry-search-region-groups': m0065,
  '0066-policies-endings': m0066,
  '0068-people-texts': m0068,
  '0069-platform-terms-and-closings': m0069,
  '0070-benefits-parties': m0070,
  '0071-finance-batches': m0071,
  '0072-lending-loans': m0072,
  '0074-incubation-places': m0074,
  '0075-incubation-rent': m0075,
  '0076-incubation-bookings': m0076,
  '0077-training-classes': m0077,
  '0078-training-enrolments': m0078,
  '0079-training-attendance': m0079,
  '0080-referral': m0080,
  '0081-referral-packs': m0081,
  '0082-subsidies': m0082,
  '0084-screening-mark-fields': m0084,
  '0085-incubation-site-versions': m0085,
  '0089-telling-deliveries': m0089,
  '0090-platform-closings-emptied': m0090,
  '0092-screening-seen-rows': m0092,
  '0094-awards-lists': m0094,
  '0095-lending-lists': m0095,
  '0096-files-given-again': m0096,
  '0097-benefits-bounded-pages': m0097,
  '0101-telling-deliveries-of-persons': m0101,
  '0104-people-organisation-contact': m0104,
  '0105-policies-most-times': m0105,
  '0106-training-class-terms': m0106,
  '0107-benefits-subsidies-handed-in': m0107,
  '0108-benefits-parties-in-turn': m0108,
  '0109-lending-unpaid-statements': m0109,
};
