import type { Contest, EntryView, Home, SectionView } from '../../../../src/features/entry/entry-view';
import { entryStanding } from '../../../support/entry-standing';

export const entryId = '0197f000-0000-7000-8000-000000000001';

export const sectionView = (more: Partial<SectionView> = {}): SectionView => ({
  section: 'project',
  zh: '项目情况',
  version: 3,
  data: { title: '山货直供' },
  masked: {},
  savedAt: '2026-11-24T10:30:00+08:00',
  savedByZh: '王小燕',
  status: 'unfinished',
  editable: true,
  problems: {},
  faults: [],
  ...more,
});

export const entryView = (more: Partial<EntryView> = {}): EntryView => ({
  entryId,
  version: 1,
  contestId: 'LF-XH-2026:141033',
  editionId: 'LF-XH-2026',
  rulesVersion: 1,
  rulesChanged: [],
  regionId: '141033',
  regionZh: '蒲县',
  trackZh: '创业赛道',
  groupZh: '创意组',
  ...entryStanding(more.state ?? 'draft', 'own'),
  reference: null,
  signUpClosesAt: '2099-12-14T00:00:00+08:00',
  now: '2026-11-24T11:00:00+08:00',
  correctionDueAt: null,
  workdaysLeft: null,
  workdaysOver: null,
  provisional: false,
  isLeader: true,
  waitsUntil: null,
  canEdit: true,
  sections: [sectionView()],
  members: [],
  materials: [],
  renewals: [],
  consents: [],
  notice: null,
  obstacles: [],
  moves: [],
  ...more,
});

export const contestView: Contest = {
  now: '2026-11-24T11:00:00+08:00',
  contestId: 'LF-XH-2026:141033',
  regionId: '141033',
  regionZh: '蒲县',
  locatedIn: null,
  tracks: [{ code: 'startup', zh: '创业赛道', kind: 'common' }],
  signUp: {
    kind: 'signUp',
    zh: '报名',
    opensAt: '2026-11-02T00:00:00+08:00',
    closesAt: '2099-12-14T00:00:00+08:00',
    state: 'open',
  },
  edition: { editionId: 'LF-XH-2026', nameZh: '演示大赛', year: 2026, cutoffDate: '2026-11-01', synthetic: true },
  phases: [],
  groups: [],
  identityPapers: ['resident_id'],
  slots: [
    {
      code: 'business_plan',
      zh: '商业计划书',
      hintZh: 'PDF 或 Word，不超过 20 MB',
      kinds: ['pdf', 'docx'],
      maxBytes: 20 * 1024 * 1024,
      neededWhen: 'always',
    },
  ],
  consents: [],
  declaration: { version: 'DEMO-1', bodyZh: '本人承诺属实。' },
  announcements: [],
  contact: null,
};

export const homeView: Home = {
  now: '2026-11-24T11:00:00+08:00',
  mode: 'demo',
  edition: contestView.edition,
  contests: [],
  phases: contestView.signUp ? [contestView.signUp] : [],
  announcements: [],
  organiser: { nameZh: '', filingZh: '' },
  winnersGet: [],
};
