import { screen, within } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { Arrears } from '../../../../src/features/incubation/board/arrears';
import type { Board } from '../../../../src/features/incubation/board/board';
import { HoursDesk } from '../../../../src/features/incubation/hours/hours-desk';
import { SetupDesk } from '../../../../src/features/incubation/setup/setup-desk';
import { StayDesk } from '../../../../src/features/incubation/stay/stay-desk';
import { api } from '../../../support/api';
import { asked, sayNo } from '../../../support/asked';
import { control, showPage, tap, type } from '../../../support/shown';

const incubation = api.incubation;
const [siteId, applicationId, organisationId, bookingId] = [1, 2, 3, 4].map(
  (n) => `0197f000-0000-7000-8000-00000000000${n}`,
) as [string, string, string, string];
const site = { siteId, nameZh: '蒲县孵化基地', regionZh: '蒲县', addressZh: '创业路1号', aboutZh: '' };

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  api.benefits.moveApplication.mockResolvedValue({} as never);
  incubation.cancelBooking.mockResolvedValue({ ok: true });
});

test('a place that is held says until when, why and at what rent; it is accepted after being asked', async () => {
  const place = { placeId: 7, code: 'A07', typeZh: '工位', detailZh: '2 平方米', rentFen: 30_000 };
  const answered = (move: string, label: string, danger: string) => ({
    move,
    label,
    danger,
    closed: null,
    asksReason: false,
  });
  const held = {
    applicationId,
    version: 3,
    state: 'offered',
    stateZh: '已留位，等您答复',
    tone: 'warn',
    waits: 'own',
    editable: false,
    live: true,
    own: true,
    siteId,
    siteZh: '蒲县孵化基地',
    wantsZh: '工位',
    rank: 1,
    rankZh: '获奖项目',
    appliedOn: '2025-11-02',
    orderZh: '',
    line: null,
    place: { ...place, floorZh: '1 层', lapsesAt: '2099-11-28T00:00:00+08:00' },
    floor: null,
    terms: { firstMonths: 12, maxMonths: 36, reliefZh: '第一年全免', offerZh: '3 天内答复', passZh: '平均 60 分以上' },
    tenures: [],
    monthsHad: 0,
    renewalClosedZh: null,
    rent: [],
    moves: [
      answered('accept', '接受', '接受后基地与您签协议。'),
      answered('decline', '不要了', '您排到本优先档的最后。'),
      answered('withdraw', '撤回申报', '撤回后不能恢复。'),
    ],
  };
  incubation.stay.mockResolvedValue(held as never);
  const { unmount } = showPage(<StayDesk applicationId={applicationId} />);
  expect(await screen.findByText('A07 工位留给您')).toBeTruthy();
  expect(screen.getByText('2099年11月27日（周五）24:00 截止')).toBeTruthy();
  expect(screen.getByText('每月 300.00 元，第一年全免')).toBeTruthy();
  expect(screen.getByText('获奖项目，第 1 优先档，2025年11月2日（周日）排队')).toBeTruthy();
  sayNo();
  await tap('decline');
  expect(api.benefits.moveApplication).not.toHaveBeenCalled();
  await tap('accept');
  expect(asked.mock.lastCall?.[0]).toMatchObject({
    title: '接受',
    content: '接受后基地与您签协议。',
    confirmText: '接受',
  });
  const accepted = { applicationId, version: 3, move: 'accept', reason: '', faults: [], answers: {} };
  expect(api.benefits.moveApplication.mock.calls[0]?.[0]).toEqual(accepted);
  expect(screen.getByText('不想入驻时用，位置转给下一位。')).toBeTruthy();
  unmount();
  // Without a place there is none to go to anybody.
  incubation.stay.mockResolvedValue({ ...held, state: 'waitlisted', place: null } as never);
  showPage(<StayDesk applicationId={applicationId} />);
  expect(await screen.findByText('不想入驻时用，撤回后不再候补。')).toBeTruthy();
});

test('whoever may book taps hours that follow each other, and gives back what is still free to be given back', async () => {
  const stands = (from: number) => ({
    from,
    stands: from === 11 ? ('taken' as const) : ('free' as const),
    bound: from < 9,
  });
  incubation.hours.mockResolvedValue({
    ...site,
    day: '2026-11-28',
    opensAt: 8,
    closesAt: 13,
    aheadDays: 14,
    rulesZh: '每周最多 10 小时',
    places: [
      { placeId: 9, code: 'S1', typeZh: '拍摄棚', detailZh: '20 平方米', slots: [8, 9, 10, 11, 12].map(stands) },
    ],
    weekLeft: 8,
    closedZh: null,
    mine: [
      {
        bookingId,
        placeZh: 'S1 拍摄棚',
        zh: '11月29日 08:00–10:00',
        startsAt: '2099-11-29T08:00:00+08:00',
        free: true,
      },
    ],
  });
  showPage(<HoursDesk siteId={siteId} />);
  expect(await screen.findByText('这一周还可以约 8 小时')).toBeTruthy();
  expect(document.getElementById('book')).toBeNull();
  await tap('hour-S1-9');
  await tap('hour-S1-10');
  // What is taken is no button.
  await tap('hour-S1-11');
  expect(control('book').textContent).toContain('9:00–11:00');
  incubation.book.mockRejectedValueOnce(new Failure('INCUBATION_HOURS_TAKEN', '这个时段刚被别人约走，请换一个时段'));
  await tap('book');
  expect(await screen.findByText('这个时段刚被别人约走，请换一个时段')).toBeTruthy();
  expect(incubation.book.mock.calls[0]?.[0]).toMatchObject({ placeId: 9, from: 9, to: 11 });
  expect(asked).not.toHaveBeenCalled();
  // What can no longer be given back is asked first.
  await tap('hour-S1-8');
  sayNo();
  await tap('book');
  expect(asked.mock.lastCall?.[0]).toMatchObject({ title: '约好后不能取消', confirmText: '预约' });
  expect(incubation.book).toHaveBeenCalledTimes(1);
  await tap(`cancel-${bookingId}`);
  expect(asked.mock.lastCall?.[0]).toMatchObject({
    content: 'S1 拍摄棚，11月29日 08:00–10:00。取消后别人可以约。',
    cancelText: '不取消',
    confirmText: '取消预约',
  });
  expect(incubation.cancelBooking.mock.calls[0]?.[0]).toEqual({ bookingId });
});

test('rent is written down knowing whose, for which month and how much', async () => {
  const owed = {
    tenancyId: applicationId,
    n: 3,
    dueOn: '2026-10-15',
    fullFen: 60_000,
    reliefPercent: 50,
    dueFen: 30_000,
    paidOn: null,
    applicationId,
    placeZh: 'A07 工位',
    nameZh: '王小明',
    days: 40,
  };
  showPage(<Arrears board={{ siteId, arrears: [owed] } as unknown as Board} />);
  await tap(`owed-${applicationId}-3`);
  const sheet = within(control('rent-sheet'));
  for (const words of ['王小明', '2026年10月15日起一个月', '300.00 元']) expect(sheet.getByText(words)).toBeTruthy();
});

test('an operator without a site opens it, and is told beside its field what is missing', async () => {
  incubation.siteChoices.mockResolvedValue({
    regions: [{ value: '141033', zh: '蒲县' }],
    organisations: [{ value: organisationId, zh: '蒲县孵化公司' }],
  });
  showPage(<SetupDesk siteId="" />);
  await tap('site-make');
  expect(screen.getByText('请选择县（市、区）')).toBeTruthy();
  expect(screen.getByText('请填写地址')).toBeTruthy();
  expect(incubation.makeSite).not.toHaveBeenCalled();
  type('field-regionId', '141033');
  type('field-addressZh', '创业路1号');
  incubation.makeSite.mockResolvedValue({ siteId });
  await tap('site-make');
  const made = { organisationId, regionId: '141033', nameZh: '蒲县孵化公司', addressZh: '创业路1号', aboutZh: '' };
  expect(incubation.makeSite.mock.calls[0]?.[0]).toEqual(made);
});

const terms = {
  passMark: 60_00,
  firstMonths: 12,
  renewMonths: 12,
  maxMonths: 36,
  reliefPercent: [100, 50, 30],
  renewalDays: 60,
  arrearsDays: 60,
  sourceZh: '',
};

test('an operator sets the pass mark and what of the rent is let off, with the document; what is missing stands beside its field', async () => {
  incubation.siteSetup.mockResolvedValue({ ...site, version: 4, terms, places: [] });
  incubation.saveSiteTerms.mockResolvedValue({ ok: true });
  showPage(<SetupDesk siteId={siteId} />);
  expect(await screen.findByText('分数线 60 分，租金第一年免，第二年减 50%，第三年减 30%')).toBeTruthy();
  await tap('site-terms');
  type('field-relief-2', '');
  await tap('terms-save');
  expect(screen.getByText('请从第一年起依次填写，不减的填 0')).toBeTruthy();
  type('field-relief-3', '');
  type('field-passMark', '');
  await tap('terms-save');
  expect(screen.getByText('请填写')).toBeTruthy();
  type('field-passMark', '65.5');
  type('field-sourceZh', '临就发〔2026〕3号');
  await tap('terms-save');
  expect(incubation.saveSiteTerms.mock.calls).toHaveLength(1);
  expect(incubation.saveSiteTerms.mock.calls[0]?.[0]).toEqual({
    siteId,
    version: 4,
    ...terms,
    passMark: 65_50,
    reliefPercent: [100],
    sourceZh: '临就发〔2026〕3号',
  });
});

test('a row of places is added at once, what the server refuses stands beside its field, and one is closed after being asked', async () => {
  const place = {
    placeId: 7,
    floor: -1,
    code: 'B01',
    type: 'desk' as const,
    typeZh: '工位',
    detailZh: '',
    rentFen: 0,
    closed: false,
    taken: false,
  };
  incubation.siteSetup.mockResolvedValue({ ...site, version: 4, terms, places: [place] });
  showPage(<SetupDesk siteId={siteId} />);
  expect((await screen.findAllByText('地下一层')).length).toBe(1);
  await tap('add-place');
  type('field-floor', '-1');
  type('field-many', '');
  await tap('place-save');
  expect(screen.getByText('请填写编号')).toBeTruthy();
  expect(screen.getByText('请填写月租，不收的填 0')).toBeTruthy();
  expect(screen.getByText('请填写个数')).toBeTruthy();
  expect(incubation.savePlace).not.toHaveBeenCalled();
  type('field-code', ' B02 ');
  type('field-many', '１０');
  type('field-rentFen', '300.5');
  const taken = '编号“B02”已经有了';
  incubation.savePlace.mockRejectedValueOnce(new Failure('INCUBATION_PLACE_WRONG', '有错', { code: taken }));
  await tap('place-save');
  expect(await screen.findByText(taken)).toBeTruthy();
  incubation.savePlace.mockResolvedValueOnce({ ok: true });
  await tap('place-save');
  expect(incubation.savePlace.mock.calls[1]?.[0]).toEqual({
    siteId,
    version: 4,
    placeId: null,
    floor: -1,
    code: 'B02',
    type: 'desk',
    detailZh: '',
    rentFen: 30_050,
    many: 10,
  });
  expect(document.getElementById('place-sheet')).toBeNull();
  await tap('edit-B01');
  expect(document.getElementById('field-many')).toBeNull();
  incubation.closePlace.mockRejectedValueOnce(
    new Failure('INCUBATION_PLACE_TAKEN', '这个位置有人在用或已约出，不能停用'),
  );
  await tap('place-close');
  expect(asked.mock.lastCall?.[0]?.title).toBe('停用位置');
  expect(await screen.findByText('这个位置有人在用或已约出，不能停用')).toBeTruthy();
  expect(incubation.closePlace.mock.calls[0]?.[0]).toEqual({ siteId, version: 4, placeId: 7, closed: true });
});
