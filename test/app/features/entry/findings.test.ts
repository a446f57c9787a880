import { type Answers, findingsOf, unanswered } from '../../../../src/features/entry/begin/findings';
import type { Contest } from '../../../../src/features/entry/entry-view';
import { contestView } from './entry-data';

const group = (code: string, zh: string, after: number | null, upTo: number | null, registered = true) => ({
  code,
  zh,
  registered,
  hintZh: '',
  ageMin: 16,
  ageMax: null,
  teamMin: 1,
  teamMax: 10,
  registeredAfterMonths: after,
  registeredUpToMonths: upTo,
});
const contest: Contest = {
  ...contestView,
  groups: [
    group('idea_team', '创意组', null, null, false),
    group('start_up', '初创组', 36, null),
    group('growth', '成长组', 60, 36),
  ],
};
const answers = (more: Partial<Answers> = {}): Answers => ({
  contestId: contest.contestId,
  trackCode: 'startup',
  groupCode: 'start_up',
  birthDate: '1990-03-07',
  registrationDate: '2025-03-01',
  idKind: '',
  ...more,
});
const now = Date.parse('2026-11-24T10:00:00+08:00');
const verdictsOf = (more: Partial<Answers>) =>
  Object.fromEntries(findingsOf(answers(more), contest, now).findings.map(({ code, verdict }) => [code, verdict]));

test('an entrant who fits is passed by every rule that the answers decide, and told what staff will look at', () => {
  expect(verdictsOf({})).toEqual({
    AGE_16: 'pass',
    REG_LT_5Y: 'pass',
    REG_GROUP: 'pass',
    TRACK_HERE: 'pass',
    LOCAL: 'staff',
    FOUNDER: 'staff',
    NOT_PAST_WINNER: 'staff',
    CREDIT: 'staff',
    NO_BANNED_TRADE: 'staff',
  });
});

test('under 16, and registered exactly five years, fail', () => {
  expect(verdictsOf({ birthDate: '2010-11-02' }).AGE_16).toBe('fail');
  expect(verdictsOf({ birthDate: '2010-11-01' }).AGE_16).toBe('pass');
  expect(verdictsOf({ registrationDate: '2021-11-01' }).REG_LT_5Y).toBe('fail');
  expect(verdictsOf({ registrationDate: '2021-11-02', groupCode: 'growth' }).REG_LT_5Y).toBe('pass');
});

test('another paper is left to staff, its picture named where one is asked; none of those taken ends it', () => {
  const slot = { ...contestView.slots[0], zh: '证件照片', neededWhen: 'otherPaper' } as Contest['slots'][number];
  const taking = { ...contest, identityPapers: ['resident_id' as const, 'passport' as const] };
  const paper = (idKind: string, more: Partial<Contest> = {}) =>
    findingsOf(answers({ idKind }), { ...taking, ...more }, now).findings.find(({ code }) => code === 'ID_PAPER');
  expect(paper('resident_id')).toBeUndefined();
  expect(paper('passport')).toMatchObject({ verdict: 'staff', reason: '护照由审核人员核对' });
  expect(paper('passport', { slots: [slot] })?.reason).toBe('护照由审核人员核对，填写时须上传证件照片');
  expect(paper('none')).toMatchObject({ verdict: 'fail', reason: '负责人须有下列证件之一：居民身份证、护照' });
});

test('where another group fits the dates, it is offered', () => {
  expect(findingsOf(answers({ registrationDate: '2022-11-01' }), contest, now).better?.code).toBe('growth');
  expect(findingsOf(answers(), contest, now).better).toBeNull();
  expect(findingsOf(answers({ registrationDate: '' }), contest, now).better).toBeNull();
});

test('what is not answered is said in the order of the page; a group without registration asks for no date', () => {
  const nothing = { contestId: '', trackCode: '', groupCode: '', birthDate: '', registrationDate: '', idKind: '' };
  const open = (...asked: Parameters<typeof unanswered>) =>
    Object.entries(unanswered(...asked)).filter(([, sentence]) => sentence);
  expect(open(nothing, undefined).map(([name]) => name)).toEqual(['contestId', 'trackCode', 'groupCode', 'birthDate']);
  expect(open(answers({ registrationDate: '' }), contest)).toEqual([['registrationDate', '请选择营业执照成立日期']]);
  expect(open(answers({ groupCode: 'idea_team', registrationDate: '' }), contest)).toEqual([]);
});
