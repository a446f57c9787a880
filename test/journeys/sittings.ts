import { currentEdition, pastEdition } from '../../cloudfunctions/core/seeds/editions';
import { mainPages, packages, type Route } from '../../src/shared/routes';
import { dramaId, siteId, withSites } from '../support/incubation';
import { madeLate } from '../support/late-codes';
import type { TestServer } from '../support/server';
import type { World } from '../support/world';

/** A page in one of its states. */
export type View = {
  route: Route;
  params?: Record<string, string>;
  /** Tells states of a page apart. */
  as?: string;
  /** What is tapped first: a tab of the page, a sheet. */
  taps?: readonly string[];
  /** After the taps the platform's question stands in front of the page. */
  asks?: true;
  /** What is tapped when the page has been seen, since what stands in front of it would stand before the next one too. */
  ends?: string;
  /** It has parts that no page has where it is first met (`onPhones`). */
  parts?: true;
};

/** Someone with a phone, and what this person sees as nobody before; a visitor has no persona. */
export type Sitting = {
  who: string;
  persona?: string;
  views: readonly View[];
  before?: (server: TestServer) => Promise<unknown>;
};

export const everyRoute: readonly Route[] = [
  ...mainPages,
  ...Object.entries(packages).flatMap(([name, pages]) => pages.map((page) => `${name}/${page}` as Route)),
];

/** What everyone has: the tabs and one's own account. */
export const own: readonly View[] = [
  ...mainPages.map((route): View => ({ route })),
  ...packages.account.map((page): View => ({ route: `account/${page}` })),
];

export const nameOf = (who: string, { route, as }: View): string =>
  [who, route.split('/').at(-1), as].filter((part) => part !== undefined).join('-');

/** Two sit side by side: while one waits for what it asked, the other goes on. What comes before a sitting comes before both. */
export const inPairs = (all: readonly Sitting[]): Sitting[][] =>
  all.flatMap((_, i) => (i % 2 === 0 ? [all.slice(i, i + 2)] : []));

/**
 * What of all sittings is opened on phones too: each page where it is first met, and states with parts of their own. Other states differ from these by words and by who asks,
 * and are seen on the web alone, whose walk holds that no part of theirs is missing here (test/journeys/access.test.ts).
 */
export function onPhones(all: readonly Sitting[]): readonly Sitting[] {
  const met = new Set<Route>();
  const isNew = ({ route }: View): boolean => !met.has(route) && met.add(route) !== undefined;
  return all.map((sitting) => ({
    ...sitting,
    views: sitting.views.filter((view) => isNew(view) || view.parts === true),
  }));
}

const withParts = (view: View, has = true): View => (has ? { ...view, parts: true } : view);

const puxian = `${currentEdition}-141033`;
const eligibility: View = { route: 'entry/eligibility', params: { contestId: puxian } };

const section = (entryId: string, name: string, as = name, more: Record<string, string> = {}): View => ({
  route: 'entry/section',
  params: { entryId, section: name, ...more },
  as,
});

const entry = (entryId: string): View[] => [
  { route: 'entry/entry', params: { entryId } },
  { route: 'entry/materials', params: { entryId } },
  { route: 'entry/team', params: { entryId } },
  { route: 'entry/status', params: { entryId } },
];

const review = (entryId: string, as: string, ...taps: string[]): View => ({
  route: 'staff/review',
  params: { entryId },
  as,
  taps,
});

const editionPart = (part: string, ...taps: string[]): View => ({
  route: 'staff/edition-part',
  params: { editionId: currentEdition, part },
  as: part,
  taps,
});

const workbench: View = { route: 'workbench' };
const queue: View = { route: 'staff/queue' };
const grants: View = { route: 'staff/grants' };
const sections = ['project', 'leader', 'entity', 'jobs', 'declaration'];

/** A bank, and a code for its people; a code for whoever comes late. */
async function invitePartners(server: TestServer): Promise<void> {
  const { organisationId } = await server.ask<{ organisationId: string }>('city', 'people/addOrganisation', {
    kind: 'bank',
    nameZh: '样例银行一',
    regionId: '141033',
  });
  await server.ask('city', 'people/makeGrantCode', {
    role: 'lender',
    scope: { kind: 'organisation', organisationId },
    note: '信贷部',
    uses: 3,
    days: '7',
    endsOn: '2027-06-30',
  });
  await madeLate(server, '141033');
}

const entries = [
  'draft',
  'begun',
  'submitted',
  'held',
  'faulty',
  'returned',
  'resubmitted',
  'qualified',
  'rejected',
] as const;
type Shown = (typeof entries)[number];

/** What nothing is called. */
const gone = '0197f000-0000-7000-8000-00000000dead';

/** The demo has its incubators already. */
async function sitesOnce(server: TestServer): Promise<void> {
  const known = await server.db.selectFrom('place_site').select('id').limit(1).executeTakeFirst();
  if (!known) await withSites(server);
}

/** What of a world is looked at. */
export type Seen = Pick<World, 'announcements' | 'policy' | 'policyDrafts' | 'pastAwards' | 'trainingClass'> & {
  draft: { invitation: string };
} & Record<Shown, { entryId: string }>;

const idsOf = (world: Seen) =>
  Object.fromEntries(entries.map((name) => [name, world[name].entryId])) as Record<Shown, string>;

/** Every page in the states that matter, as those see it who use it. */
export function sittings(world: Seen): readonly Sitting[] {
  const { draft, begun, submitted, held, faulty, returned, resubmitted, qualified, rejected } = idsOf(world);
  const { policy, announcements, trainingClass: classId } = world;
  const { policyDraftId } = world.policyDrafts.proposed;
  const policyPart = (part: string, ...taps: string[]): View => ({
    route: 'staff/policy-part',
    params: { policyDraftId: world.policyDrafts.draft.policyDraftId, part },
    as: part,
    taps,
  });
  const claimed = world.pastAwards.waiting.claimId;
  const announced = announcements.published.announcementId;
  const announcing = announcements.draft.announcementId;
  const invitation: View = { route: 'entry/invitation', params: { token: world.draft.invitation } };
  return [
    {
      who: 'entrant-new',
      persona: 'entrant-new',
      views: [
        ...own,
        { route: 'account/complaint', as: 'missing', taps: ['send'] },
        { route: 'policy/facts' },
        { route: 'policy/print' },
        { route: 'policy/application' },
        { route: 'policy/application', as: 'missing', taps: ['begin'] },
        { route: 'policy/class', params: { classId }, as: 'enrolling', taps: ['enrol', 'enrol-send'] },
        { route: 'policy/referral', as: 'gone' },
        { route: 'entry/late', as: 'missing', taps: ['see-code'] },
        { route: 'entry/confirm', as: 'missing', taps: ['see-code'] },
        { route: 'account/award', as: 'missing', taps: ['see-code'] },
        eligibility,
        ...entry(draft),
        ...sections.map((name) => withParts(section(draft, name), name === 'leader' || name === 'entity')),
        { route: 'entry/team', params: { entryId: draft }, as: 'inviting', taps: ['invite'] },
        { route: 'entry/team', params: { entryId: draft }, as: 'invited', taps: ['invite', 'make-link'], parts: true },
        { route: 'entry/entry', params: { entryId: begun }, as: 'obstacles', taps: ['submit'] },
        ...sections.map((name) =>
          withParts(section(begun, name, `${name}-missing`, { check: '1' }), name !== 'declaration'),
        ),
        { route: 'entry/materials', params: { entryId: begun }, as: 'older', taps: ['older-business_plan'] },
        { route: 'entry/team', params: { entryId: begun }, as: 'waiting', parts: true },
      ],
    },
    {
      who: 'visitor',
      before: sitesOnce,
      views: [
        { route: 'home', parts: true },
        ...own.filter(({ route }) => route !== 'home'),
        eligibility,
        { ...eligibility, as: 'answered', taps: ['field-trackCode-rural_revitalisation', 'field-groupCode-growth'] },
        { route: 'entry/eligibility', as: 'missing', taps: ['start'], parts: true },
        invitation,
        { route: 'open/region', params: { contestId: puxian } },
        { route: 'open/announcement', params: { announcementId: announced } },
        { route: 'open/announcements' },
        { route: 'open/announcement', params: { announcementId: announcing }, as: 'gone' },
        { route: 'open/guide', params: { contestId: puxian } },
        { route: 'open/guide', as: 'city' },
        { route: 'open/privacy' },
        { route: 'open/results', params: { editionId: pastEdition } },
        { route: 'open/subsidies' },
        { route: 'open/policy', params: { code: policy } },
        { route: 'policy/check' },
        { route: 'policy/loan', params: { code: policy } },
        { route: 'policy/classes' },
        { route: 'policy/class', params: { classId } },
        { route: 'policy/certificate' },
        { route: 'policy/places' },
        { route: 'policy/places', params: { siteId }, as: 'site', parts: true },
        { route: 'policy/hours', params: { siteId: dramaId } },
        { route: 'open/film' },
        { route: 'open/missing' },
        { route: 'entry/entry', params: { entryId: draft } },
        queue,
      ],
    },
    {
      who: 'entrant-returned',
      persona: 'entrant-returned',
      views: [
        workbench,
        { route: 'me' },
        ...entry(returned).map((view) => withParts(view, view.route === 'entry/entry')),
        section(returned, 'project'),
        section(returned, 'leader'),
        withParts(section(returned, 'declaration')),
        section(returned, 'entity', 'none'),
        { route: 'entry/status', params: { entryId: returned }, as: 'leaving', taps: ['withdraw'], parts: true },
        {
          route: 'entry/status',
          params: { entryId: returned },
          as: 'asked',
          taps: ['withdraw', 'withdraw-send'],
          asks: true,
          parts: true,
        },
        { route: 'entry/receipt', params: { entryId: returned } },
        { ...queue, as: 'refused' },
        review(returned, 'refused'),
      ],
    },
    {
      who: 'member',
      persona: 'member',
      views: [
        workbench,
        invitation,
        { ...invitation, as: 'missing', taps: ['join'] },
        { route: 'entry/entry', params: { entryId: returned } },
        { route: 'entry/team', params: { entryId: returned } },
        section(returned, 'project'),
        { route: 'entry/team', params: { entryId: begun }, as: 'asked' },
        { route: 'entry/entry', params: { entryId: submitted }, as: 'refused' },
      ],
    },
    {
      who: 'clerk-puxian-1',
      persona: 'clerk-puxian-1',
      views: [
        withParts(workbench),
        { route: 'me' },
        queue,
        { ...queue, as: 'filters', taps: ['queue-filters'], parts: true },
        { ...queue, as: 'picking', taps: ['batch-mode', 'pick-all'], parts: true },
        { ...queue, as: 'none', params: { state: 'transferred' } },
        { route: 'staff/counter' },
        { route: 'staff/counter', as: 'missing', taps: ['begin-counter', 'begin'], parts: true },
        { route: 'staff/hand-over', as: 'gone', params: { entryId: draft } },
        { route: 'staff/signed-paper', as: 'gone', params: { entryId: draft } },
        { route: 'staff/applicant', params: { entryId: held } },
        { route: 'staff/nominees' },
        { route: 'staff/referral', as: 'gone' },
        { route: 'staff/award-claims' },
        { route: 'staff/award-claim', params: { claimId: claimed } },
        { route: 'staff/search' },
        { route: 'staff/search', as: 'found', params: { q: '香菇' } },
        { route: 'staff/search', as: 'none', params: { q: '没有的项目' } },
        { route: 'staff/batch', params: { ids: [submitted, held, resubmitted].join('.') } },
        { route: 'staff/batch', as: 'none' },
        review(submitted, 'submitted'),
        review(held, 'held'),
        review(held, 'fault', 'mark-project-fault'),
        review(held, 'checks', 'review-tab-checks'),
        withParts(review(held, 'check', 'review-tab-checks', 'check-add-dishonestDebtor', 'check-save')),
        review(held, 'story', 'review-tab-story'),
        review(held, 'more', 'more-moves'),
        withParts(review(held, 'transfer', 'more-moves', 'transfer', 'transfer-send')),
        review(held, 'reject', 'more-moves', 'reject', 'reject-send'),
        review(faulty, 'marked'),
        withParts(review(faulty, 'return', 'return')),
        withParts(review(resubmitted, 'resubmitted')),
        review(qualified, 'qualified'),
      ],
    },
    {
      who: 'loan-puxian',
      persona: 'loan-puxian',
      views: [
        workbench,
        { route: 'staff/applications' },
        { route: 'staff/application', as: 'gone' },
        { route: 'staff/statements' },
        { route: 'staff/subsidies' },
      ],
    },
    { who: 'lender-1', persona: 'lender-1', views: [workbench, { route: 'staff/loans' }] },
    {
      who: 'incubator-1',
      persona: 'incubator-1',
      views: [
        workbench,
        { route: 'staff/places', params: { siteId } },
        { route: 'staff/site-setup', params: { siteId } },
        { route: 'staff/place-line', params: { siteId, type: 'desk' } },
        { route: 'staff/bookings', params: { siteId: dramaId } },
        { route: 'policy/stay', params: { applicationId: gone }, as: 'gone' },
      ],
    },
    {
      who: 'trainer-1',
      persona: 'trainer-1',
      views: [
        workbench,
        { route: 'staff/classes' },
        { route: 'staff/class', params: { classId } },
        { route: 'staff/class', params: { classId }, as: 'attendance', taps: ['part-attendance'], parts: true },
        { route: 'staff/class', params: { classId }, as: 'completion', taps: ['part-completion'] },
        { route: 'staff/class-plan', as: 'missing', taps: ['plan-send'] },
        { route: 'staff/class-code', params: { classId, n: '1' } },
      ],
    },
    {
      who: 'finance',
      persona: 'finance',
      views: [
        workbench,
        { route: 'staff/payments' },
        { route: 'staff/payments', params: { batchId: gone }, as: 'gone' },
      ],
    },
    {
      who: 'lead-puxian',
      persona: 'lead-puxian',
      views: [
        workbench,
        review(held, 'held'),
        withParts(review(rejected, 'rejected')),
        review(rejected, 'reopen', 'reopen'),
        { route: 'staff/contest', as: 'which' },
        { route: 'staff/contest', params: { contestId: puxian } },
        { route: 'staff/contest', params: { contestId: puxian }, as: 'missing', taps: ['track-add'] },
        { route: 'staff/announcements' },
        { route: 'staff/announcement' },
        { route: 'staff/announcement', as: 'missing', taps: ['save'] },
        { route: 'staff/announcement', params: { announcementId: announcing }, as: 'draft' },
        { route: 'staff/announcement', params: { announcementId: announced }, as: 'published' },
      ],
    },
    {
      who: 'city',
      persona: 'city',
      before: invitePartners,
      views: [
        workbench,
        { route: 'me' },
        queue,
        { ...queue, as: 'filters', taps: ['queue-filters'] },
        review(submitted, 'submitted'),
        { route: 'staff/feedback' },
        { route: 'staff/feedback', as: 'answered', taps: ['feedback-list-answered'] },
        { route: 'staff/award-list', params: { editionId: pastEdition } },
        { route: 'staff/award-list', as: 'bringing', taps: ['bring'], ends: 'bring-sheet-close' },
        { route: 'staff/referral-board' },
        { route: 'staff/referral-board', as: 'entering', taps: ['notice-enter'] },
        { route: 'staff/editions' },
        { route: 'staff/editions', as: 'making', taps: ['make-edition'], ends: 'make-sheet-close', parts: true },
        { route: 'staff/edition', params: { editionId: currentEdition } },
        { route: 'staff/preview', params: { editionId: currentEdition } },
        editionPart('basics'),
        withParts(editionPart('groups', 'item-idea_team')),
        editionPart('phases', 'item-signUp'),
        { route: 'staff/policies' },
        { route: 'staff/policy', params: { code: policy } },
        { route: 'staff/policy-told', params: { code: policy } },
        { route: 'staff/policy-draft', params: { policyDraftId } },
        { route: 'staff/policy-preview', params: { policyDraftId } },
        policyPart('basics'),
        withParts(policyPart('rule', 'node-n1')),
        grants,
        { ...grants, as: 'finding', taps: ['holders-filter'] },
        { ...grants, as: 'codes', taps: ['grants-part-codes'] },
        { ...grants, as: 'organisations', taps: ['grants-part-organisations'], parts: true },
        {
          ...grants,
          as: 'organisation-missing',
          taps: ['grants-part-organisations', 'add-organisation', 'organisation-save'],
        },
        { route: 'staff/grant-code' },
        { route: 'staff/grant-code', as: 'missing', taps: ['make'] },
        { route: 'staff/late-codes' },
        { route: 'staff/late-code' },
        { route: 'staff/late-code', as: 'missing', taps: ['make'] },
        { route: 'staff/drift' },
        { route: 'staff/contest' },
        { route: 'staff/unsent' },
        { route: 'staff/content' },
        { route: 'staff/retention' },
        { route: 'staff/wordings' },
        { route: 'staff/wording', params: { notice: 'entry.returned' } },
      ],
    },
    {
      who: 'auditor',
      persona: 'auditor',
      views: [
        workbench,
        queue,
        { route: 'staff/feedback' },
        { route: 'staff/security' },
        { route: 'staff/openings' },
        { route: 'staff/audit' },
        grants,
      ],
    },
    {
      who: 'entrant-submitted',
      persona: 'entrant-new',
      before: (server) => server.ask('entrant-new', 'entry/submit', { entryId: draft, version: 1 }),
      views: [
        workbench,
        ...entry(draft),
        section(draft, 'project'),
        section(draft, 'declaration'),
        { route: 'entry/receipt', params: { entryId: draft } },
      ],
    },
  ];
}
