import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Me } from '../../../../src/features/people/use-me';
import type { Review, ReviewSection } from '../../../../src/features/screening/review/marks/mark-keeper';
import { entryStanding } from '../../../support/entry-standing';

export const entryId = '0197f000-0000-7000-8000-000000000001';

/** A section as the server shows it, read or not. */
export const section = (
  name: ReviewSection['section'],
  zh: string,
  given: Partial<ReviewSection> = {},
): ReviewSection => ({
  section: name,
  zh,
  lines: [{ field: 'title', label: '内容', value: '山里的香菇', before: null, sealed: false }],
  changed: false,
  verdict: 'unread',
  codes: [],
  fields: [],
  seen: [],
  comment: '',
  markVersion: 0,
  reasons: [{ code: `${name}-unclear`, zh: `${zh}不完整，请补充` }],
  ...given,
});

export const move = (name: string, label: string, danger: string | null = null) => ({
  move: name,
  label,
  danger,
  closed: null,
});

export const holdersMoves = [
  move('release', '交回待办'),
  move('approve', '审核通过', '负责人和团队会收到审核通过的通知。'),
  move('return', '退回补正', '所有问题将一次性告知参赛者。'),
  move('reject', '不予通过', '参赛者将收到不予通过的理由。'),
  move('transfer', '转办', '项目将转到所选县（市、区）审核。'),
];
export const claimMove = move('claim', '受理');

/** An entry of 蒲县 that its clerk is reading: two sections, neither read. */
export const reviewView = (given: Partial<Review> = {}): Review => ({
  entryId,
  version: 3,
  title: '山里的香菇',
  reference: 'XH2026-141033-0001',
  contact: null,
  helped: null,
  unjudged: [],
  contestId: 'LF-XH-2026-141033',
  regionId: '141033',
  regionZh: '蒲县',
  trackZh: '乡村振兴',
  groupZh: '创意组',
  ...entryStanding(given.state ?? 'under_review', 'staff'),
  round: 1,
  dueDate: '2099-01-02',
  workdaysLeft: 2,
  workdaysOver: null,
  provisional: false,
  termDays: 5,
  signedMoves: [],
  claimedByZh: '蒲县审核人员一',
  claimedByMe: true,
  claimedAt: '2026-11-24T10:00:00+08:00',
  sections: [section('project', '项目情况'), section('jobs', '带动就业')],
  members: [],
  materials: [],
  renewals: [],
  eligibility: [],
  notices: [],
  notes: [],
  checks: [],
  timeline: [],
  transferTargets: [],
  moves: holdersMoves,
  decisions: [],
  ...given,
});

const decisionId = '0197f000-0000-7000-8000-0000000000dd';

/** How the server answers a decision. */
export const decidedAnswer = {
  entryId,
  state: 'under_review',
  stateZh: '审核中',
  version: 3,
  decision: {
    decisionId,
    state: 'pending',
    stateZh: '即将生效',
    version: 1,
    effectiveAt: '2026-11-24T10:10:00+08:00',
    secondsLeft: 600,
  },
};

/** A decision of the reader's own that is made in 9:41. */
export const decisionView = (given: Partial<Review['decisions'][number]> = {}): Review['decisions'][number] => ({
  decisionId,
  version: 1,
  state: 'pending',
  stateZh: '即将生效',
  tone: 'info',
  waits: 'own',
  editable: false,
  live: true,
  move: 'approve',
  zh: '审核通过',
  byZh: '蒲县审核人员一',
  byMe: true,
  decidedAt: '2026-11-24T10:00:00+08:00',
  signedByZh: null,
  effectiveAt: '2026-11-24T10:10:00+08:00',
  secondsLeft: 581,
  reason: null,
  words: '',
  toContestId: null,
  trackCode: null,
  moves: [],
  ...given,
});

/** What the reader is entrusted with: a clerk of 蒲县. */
export const clerk: Me = {
  personId: '0197f000-0000-7000-8000-0000000000aa',
  displayName: '蒲县审核人员一',
  phoneMasked: null,
  elderMode: false,
  grants: [{ role: 'regionStaff', scope: { kind: 'region', regionId: '141033' }, roleZh: '审核人员', scopeZh: '蒲县' }],
  unread: 0,
};

/** Shows a page with a query cache of its own. */
export function show(page: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return { client, ...render(<QueryClientProvider client={client}>{page}</QueryClientProvider>) };
}

/** The control with a test hook. Throws when it is not on the page. */
export function control(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing on the page is called ${id}`);
  return found;
}
