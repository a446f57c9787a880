import Taro from '@tarojs/taro';
import { screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { CodeDesk } from '../../../../src/features/people/grants/code-desk';
import { GrantsDesk } from '../../../../src/features/people/grants/grants-desk';
import { MakeCodeDesk } from '../../../../src/features/people/grants/make-code-desk';
import type { Me } from '../../../../src/features/people/use-me';
import { api } from '../../../support/api';
import { control, showPage, tap, type } from '../../../support/shown';

const people = api.people;
const puxian = { kind: 'region' as const, regionId: '141033' };
const bank = '0197f000-0000-7000-8000-0000000000b0';

const meWith = (grants: Me['grants'], displayName = '微信用户'): Me => ({
  personId: '0197f000-0000-7000-8000-0000000000aa',
  displayName,
  phoneMasked: null,
  elderMode: false,
  grants,
  unread: 0,
});
const city = [{ role: 'cityStaff' as const, scope: { kind: 'all' as const }, roleZh: '市级统筹人员', scopeZh: '全市' }];
const lead = [{ role: 'regionLead' as const, scope: puxian, roleZh: '审核负责人', scopeZh: '蒲县' }];

const ofCity = {
  roles: [
    { role: 'regionStaff' as const, zh: '审核人员', scopes: ['region' as const, 'all' as const], mostUses: 50 },
    { role: 'cityStaff' as const, zh: '市级统筹人员', scopes: ['all' as const], mostUses: 1 },
    { role: 'lender' as const, zh: '银行人员', scopes: ['organisation' as const], mostUses: 50 },
  ],
  regions: [
    { regionId: '141002', nameZh: '尧都区' },
    { regionId: '141033', nameZh: '蒲县' },
  ],
  organisations: [{ organisationId: bank, nameZh: '演示银行一', role: 'lender' as const }],
};
const ofLead = {
  roles: [
    { role: 'regionStaff' as const, zh: '审核人员', scopes: ['region' as const], mostUses: 50 },
    { role: 'judge' as const, zh: '评委', scopes: ['region' as const], mostUses: 50 },
  ],
  regions: [{ regionId: '141033', nameZh: '蒲县' }],
  organisations: [],
};

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  people.me.mockResolvedValue(meWith(city, '李主任'));
  people.givingChoices.mockResolvedValue(ofCity);
});

describe('输入邀请码', () => {
  test('a visitor is asked to sign in first', () => {
    keepSession(null);
    showPage(<CodeDesk code="" />);
    expect(screen.getByText('登录后输入')).toBeTruthy();
    expect(document.getElementById('field-code')).toBeNull();
  });

  test('what a card brought stands in the field; a name that nobody chose does not, and both are asked for', async () => {
    people.me.mockResolvedValue(meWith([]));
    showPage(<CodeDesk code="CG997-CCGT3" />);
    await waitFor(() => expect(people.me).toHaveBeenCalled());
    expect((control('field-code') as HTMLInputElement).value).toBe('CG997-CCGT3');
    expect((control('field-name') as HTMLInputElement).value).toBe('');
    await tap('send-code');
    expect(await screen.findByText('请填写姓名')).toBeTruthy();
    expect(people.useGrantCode).not.toHaveBeenCalled();
  });

  test('a refusal stands beside the code, and what was typed stays', async () => {
    people.useGrantCode.mockRejectedValue(
      new Failure('PEOPLE_CODE_EXPIRED', '邀请码已过期，请联系发码的人重新发一个', {
        code: '邀请码已过期，请联系发码的人重新发一个',
      }),
    );
    showPage(<CodeDesk code="" />);
    await waitFor(() => expect((control('field-name') as HTMLInputElement).value).toBe('李主任'));
    type('field-code', 'cg997 ccgt3');
    await tap('send-code');
    expect((await waitFor(() => control('field-code-error'))).textContent).toContain('邀请码已过期');
    expect((control('field-code') as HTMLInputElement).value).toBe('cg997 ccgt3');
    expect(screen.getAllByText('邀请码已过期，请联系发码的人重新发一个')).toHaveLength(1);
  });

  test('too many tries are told for the whole of it', async () => {
    people.useGrantCode.mockRejectedValue(new Failure('RATE_LIMITED', '试的次数太多，请 60 分钟后再试'));
    showPage(<CodeDesk code="CG997-CCGT3" />);
    await waitFor(() => expect((control('field-name') as HTMLInputElement).value).toBe('李主任'));
    await tap('send-code');
    expect(await screen.findByText('试的次数太多，请 60 分钟后再试')).toBeTruthy();
  });

  test('then one reads what one is, where and until when', async () => {
    people.useGrantCode.mockResolvedValue({
      role: 'regionStaff',
      scope: puxian,
      roleZh: '审核人员',
      scopeZh: '蒲县',
      endsAt: '2027-01-01T00:00:00+08:00',
    });
    showPage(<CodeDesk code="" />);
    await waitFor(() => expect((control('field-name') as HTMLInputElement).value).toBe('李主任'));
    type('field-code', ' cg997-ccgt3 ');
    type('field-name', '王小明');
    await tap('send-code');
    expect(await screen.findByText('您已成为审核人员')).toBeTruthy();
    expect(screen.getByText('现在起可以办理。有效期至2026年12月31日。')).toBeTruthy();
    expect(people.useGrantCode.mock.lastCall?.[0]).toEqual({ code: ' cg997-ccgt3 ', name: '王小明' });
    expect(control('to-workbench')).toBeTruthy();
  });

  test('a judge is told what is not there yet, and where to read when judging is', async () => {
    people.useGrantCode.mockResolvedValue({
      role: 'judge',
      scope: puxian,
      roleZh: '评委',
      scopeZh: '蒲县',
      endsAt: null,
    });
    showPage(<CodeDesk code="cg997-ccgt3" />);
    await waitFor(() => expect((control('field-name') as HTMLInputElement).value).toBe('李主任'));
    await tap('send-code');
    expect(await screen.findByText('您已成为评委')).toBeTruthy();
    expect(screen.getByText(/评审时间和联系方式在首页。评审材料和打分还没有在小程序开放。/)).toBeTruthy();
    expect(control('to-home')).toBeTruthy();
  });
});

describe('发邀请码', () => {
  const made = {
    codeId: '0197f000-0000-7000-8000-0000000000c1',
    code: 'CG997-CCGT3',
    expiresAt: '2026-11-27T09:00:00+08:00',
  };

  test('the city chooses a post and a place, and is shown the code this once', async () => {
    people.makeGrantCode.mockResolvedValue(made);
    showPage(<MakeCodeDesk />);
    await tap('make');
    expect(await screen.findByText('请选择岗位')).toBeTruthy();
    type('field-role', 'regionStaff');
    type('field-scope', '141033');
    type('field-note', '县就业局窗口');
    type('field-uses', '3');
    await tap('make');
    expect((await waitFor(() => control('made-code'))).textContent).toBe('CG997-CCGT3');
    expect(people.makeGrantCode.mock.lastCall?.[0]).toEqual({
      role: 'regionStaff',
      scope: puxian,
      note: '县就业局窗口',
      uses: 3,
      days: '3',
      endsOn: null,
    });
    expect(screen.getByText(/可供 3 人使用，11月27日（周五）09:00 截止/)).toBeTruthy();
    await tap('make-again');
    expect(screen.queryByText('CG997-CCGT3')).toBeNull();
  });

  test('where there is one place only it is not asked for; of one who answers for all there is one use', async () => {
    people.makeGrantCode.mockResolvedValue(made);
    showPage(<MakeCodeDesk />);
    await waitFor(() => control('field-role'));
    type('field-role', 'cityStaff');
    expect(document.getElementById('field-scope')).toBeNull();
    expect(document.getElementById('field-uses')).toBeNull();
    await tap('make');
    await waitFor(() =>
      expect(people.makeGrantCode.mock.lastCall?.[0]).toMatchObject({ scope: { kind: 'all' }, uses: 1 }),
    );
  });

  test('a partner’s post is given for an organisation, a lead’s for the own region', async () => {
    people.makeGrantCode.mockResolvedValue(made);
    const { unmount } = showPage(<MakeCodeDesk />);
    await waitFor(() => control('field-role'));
    type('field-role', 'lender');
    await tap('make');
    await waitFor(() =>
      expect(people.makeGrantCode.mock.lastCall?.[0]).toMatchObject({
        scope: { kind: 'organisation', organisationId: bank },
      }),
    );
    unmount();
    people.givingChoices.mockResolvedValue(ofLead);
    people.me.mockResolvedValue(meWith(lead));
    showPage(<MakeCodeDesk />);
    await waitFor(() => control('field-role'));
    type('field-role', 'judge');
    await tap('make');
    await waitFor(() =>
      expect(people.makeGrantCode.mock.lastCall?.[0]).toMatchObject({ role: 'judge', scope: puxian }),
    );
  });

  test('what the server refuses stands beside its field', async () => {
    people.makeGrantCode.mockRejectedValue(
      new Failure('PEOPLE_GRANT_WRONG', '有内容填写有误，已在下方标红说明', {
        'scope.regionId': '请重新选择县（市、区）',
        endsOn: '这一天已经过去，请重新选择',
      }),
    );
    showPage(<MakeCodeDesk />);
    await waitFor(() => control('field-role'));
    type('field-role', 'regionStaff');
    type('field-scope', '141033');
    await tap('make');
    expect(await screen.findByText('请重新选择县（市、区）')).toBeTruthy();
    expect(screen.getByText('这一天已经过去，请重新选择')).toBeTruthy();
  });
});

describe('授权管理', () => {
  const holder = {
    grantId: '0197f000-0000-7000-8000-0000000000d1',
    personId: '0197f000-0000-7000-8000-0000000000d2',
    nameZh: '王小明',
    role: 'regionStaff' as const,
    scope: puxian,
    roleZh: '审核人员',
    scopeZh: '蒲县',
    note: '县就业局窗口',
    givenBy: '李主任',
    givenAt: '2026-11-24T09:00:00+08:00',
    endsAt: null,
    revocable: true,
  };
  beforeEach(() => {
    people.grants.mockResolvedValue({ items: [holder], next: null });
    people.grantCodes.mockResolvedValue({ items: [], next: null });
    people.organisations.mockResolvedValue({ items: [], next: null });
  });

  test('says who holds what, by whom and until when, and takes it back once that was confirmed', async () => {
    people.revokeGrant.mockResolvedValue({ ok: true });
    const asked = jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false } as never);
    showPage(<GrantsDesk />);
    expect(await screen.findByText('王小明')).toBeTruthy();
    expect(screen.getByText('2026-11-24 09:00 由李主任授权')).toBeTruthy();
    expect(screen.getByText('没有期限')).toBeTruthy();
    await tap(`revoke-${holder.grantId}`);
    expect(people.revokeGrant).not.toHaveBeenCalled();
    asked.mockResolvedValueOnce({ confirm: true } as never);
    await tap(`revoke-${holder.grantId}`);
    await waitFor(() => expect(people.revokeGrant.mock.lastCall?.[0]).toEqual({ grantId: holder.grantId }));
  });

  test('looks for a post, a region and a name', async () => {
    showPage(<GrantsDesk />);
    await screen.findByText('王小明');
    await tap('holders-filter');
    type('holders-role', 'judge');
    type('holders-region', '141002');
    type('holders-name', '就业局');
    await tap('holders-find');
    await waitFor(() =>
      expect(people.grants.mock.lastCall?.[0]).toEqual({
        role: 'judge',
        regionId: '141002',
        q: '就业局',
        cursor: null,
      }),
    );
  });

  test('the supervisor looks at all and changes nothing; a lead sees no organisations', async () => {
    people.grants.mockResolvedValue({ items: [{ ...holder, revocable: false }], next: null });
    people.givingChoices.mockResolvedValue({ ...ofCity, roles: [] });
    people.me.mockResolvedValue(
      meWith([{ role: 'auditor', scope: { kind: 'all' }, roleZh: '监督员', scopeZh: '全市' }]),
    );
    const { unmount } = showPage(<GrantsDesk />);
    await screen.findByText('王小明');
    expect(document.getElementById(`revoke-${holder.grantId}`)).toBeNull();
    expect(document.getElementById('make-code')).toBeNull();
    await tap('grants-part-organisations');
    expect(await screen.findByText('还没有机构')).toBeTruthy();
    expect(document.getElementById('add-organisation')).toBeNull();
    unmount();
    people.givingChoices.mockResolvedValue(ofLead);
    people.me.mockResolvedValue(meWith(lead));
    showPage(<GrantsDesk />);
    await screen.findByText('王小明');
    expect(document.getElementById('grants-part-organisations')).toBeNull();
    expect(control('make-code')).toBeTruthy();
    // One region alone is no choice.
    await tap('holders-filter');
    expect(document.getElementById('holders-region')).toBeNull();
  });

  test('the city makes an organisation, whose name may be taken', async () => {
    people.addOrganisation.mockRejectedValueOnce(
      new Failure('PEOPLE_ORGANISATION_KNOWN', '已有同名机构，请核对', { nameZh: '已有同名机构，请核对' }),
    );
    showPage(<GrantsDesk />);
    await tap('grants-part-organisations');
    await tap('add-organisation');
    await tap('organisation-save');
    expect(await screen.findByText('请填写机构名称')).toBeTruthy();
    type('organisation-nameZh', '演示银行二');
    type('organisation-kind', 'bank');
    await tap('organisation-save');
    expect((await waitFor(() => control('organisation-nameZh-error'))).textContent).toContain('已有同名机构');
    expect(people.addOrganisation.mock.lastCall?.[0]).toEqual({ kind: 'bank', nameZh: '演示银行二', regionId: null });
  });

  test('an organisation’s own people say where it is reached, and read what a colleague changed meanwhile', async () => {
    const own = {
      organisationId: bank,
      kind: 'bank',
      kindZh: '银行',
      nameZh: '演示银行一',
      regionId: null,
      regionZh: '全市',
      active: true,
      members: 2,
      deskZh: '',
      phone: '',
      addressZh: '',
      version: 1,
    };
    people.me.mockResolvedValue(
      meWith([
        {
          role: 'lender',
          scope: { kind: 'organisation', organisationId: bank },
          roleZh: '银行人员',
          scopeZh: '演示银行一',
        },
      ]),
    );
    people.organisations.mockResolvedValue({ items: [own], next: null });
    people.saveOrganisationContact
      .mockRejectedValueOnce(
        new Failure(
          'PEOPLE_CONTACT_STALE',
          '同事刚改过联系方式，下面是现在的内容，请核对后再保存',
          {},
          {
            ...own,
            phone: '0357-2012345',
            version: 2,
          },
        ),
      )
      .mockResolvedValue(own);
    showPage(<GrantsDesk />);
    await tap('grants-part-organisations');
    expect(await screen.findByText('还没有填联系方式')).toBeTruthy();
    expect(document.getElementById('add-organisation')).toBeNull();
    await tap(`organisation-${bank}`);
    type('contact-deskZh', '普惠金融部');
    await tap('contact-save');
    expect(await screen.findByText('同事改成了“0357-2012345”')).toBeTruthy();
    await tap('contact-save');
    await waitFor(() =>
      expect(people.saveOrganisationContact.mock.lastCall?.[0]).toMatchObject({ version: 2, deskZh: '普惠金融部' }),
    );
  });

  test('of two who change an organisation the later reads what the first made of it, and saves by that', async () => {
    const seen = {
      ...{ organisationId: bank, kind: 'bank', kindZh: '银行', nameZh: '演示银行一', regionId: null, regionZh: '全市' },
      ...{ active: true, members: 2, deskZh: '', phone: '', addressZh: '', version: 1 },
    };
    people.organisations.mockResolvedValue({ items: [seen], next: null });
    people.changeOrganisation
      .mockRejectedValueOnce(
        new Failure(
          'PEOPLE_ORGANISATION_STALE',
          '同事刚改过这个机构，下面是现在的内容，请核对后再保存',
          {},
          { ...seen, nameZh: '演示银行一支行', active: false, version: 2 },
        ),
      )
      .mockResolvedValue(seen);
    showPage(<GrantsDesk />);
    await tap('grants-part-organisations');
    await tap(`organisation-${bank}`);
    type('organisation-nameZh', '演示银行甲');
    await tap('organisation-save');
    expect(await screen.findByText('同事改成了“演示银行一支行”')).toBeTruthy();
    expect(screen.getByText('同事刚关掉了，请核对')).toBeTruthy();
    expect(people.changeOrganisation.mock.lastCall?.[0]).toMatchObject({ version: 1 });
    await tap('organisation-save');
    await waitFor(() =>
      expect(people.changeOrganisation.mock.lastCall?.[0]).toEqual({
        ...{ organisationId: bank, version: 2, nameZh: '演示银行甲', active: true },
      }),
    );
  });

  test('who may not look is told so', async () => {
    people.givingChoices.mockRejectedValue(new Failure('FORBIDDEN', '您没有授权的权限。需要的，请联系市级统筹人员'));
    showPage(<GrantsDesk />);
    expect(await screen.findByText('您不能查看授权')).toBeTruthy();
  });
});
