import type { Actor } from '@shared/kernel/actor';
import {
  allOf,
  anyOf,
  anyone,
  cityOnly,
  defineAccess,
  holds,
  not,
  onlyTheClock,
  rule,
  signedIn,
} from '@shared/kernel/define-access';

type Project = { regionId: string; leaderId: string };

const leads = rule<{ leaderId: string }>('项目负责人', (actor, { leaderId }) => actor.personId === leaderId, {
  code: 'PROJECT_NOT_FOUND',
  reason: '没有这个项目',
  hidden: true,
});
const stranger = not(leads, '未参与', { code: 'PROJECT_OWN', reason: '您参与了这个项目，不能办理' });

const access = defineAccess<Project>({ regionId: '141033', leaderId: 'lin' })('project', {
  list: anyone,
  follow: signedIn,
  edit: leads,
  review: allOf(holds('regionStaff'), stranger),
  read: anyOf(leads, holds('regionStaff'), cityOnly),
  peek: anyOf(leads, allOf(holds('regionStaff', { hidden: true }), stranger)),
  announce: cityOnly,
  expire: onlyTheClock,
});

const project: Project = { regionId: '141033', leaderId: 'lin' };
const lin: Actor = { personId: 'lin', grants: [] };
const other: Actor = { personId: 'other', grants: [] };
const clerk: Actor = {
  personId: 'clerk',
  grants: [{ role: 'regionStaff', scope: { kind: 'region', regionId: '141033' } }],
};
const neighbour: Actor = {
  personId: 'neighbour',
  grants: [{ role: 'regionStaff', scope: { kind: 'region', regionId: '141002' } }],
};
const clerkWhoLeads: Actor = { ...clerk, personId: 'lin' };
const city: Actor = { personId: 'city', grants: [{ role: 'cityStaff', scope: { kind: 'all' } }] };

const signInFirst = { ok: false, code: 'PEOPLE_NOT_SIGNED_IN', reason: '请先登录' };

describe('A permission table', () => {
  test('lets anyone do what is for anyone', () => {
    expect(access.decide('list', null, project)).toEqual({ ok: true });
  });

  test('asks a visitor to sign in before any other reason', () => {
    expect(access.decide('follow', null, project)).toEqual(signInFirst);
    expect(access.decide('edit', null, project)).toEqual(signInFirst);
    expect(access.decide('review', null, project)).toEqual(signInFirst);
    expect(access.decide('read', null, project)).toEqual(signInFirst);
  });

  test('hides a thing from those who may not know of it', () => {
    expect(access.decide('edit', lin, project)).toEqual({ ok: true });
    expect(access.decide('edit', other, project)).toEqual({
      ok: false,
      code: 'PROJECT_NOT_FOUND',
      reason: '没有这个项目',
      hidden: true,
    });
  });

  test('scopes staff by the exact region', () => {
    expect(access.decide('review', clerk, project)).toEqual({ ok: true });
    expect(access.decide('review', neighbour, project)).toEqual({
      ok: false,
      code: 'PEOPLE_NOT_ALLOWED',
      reason: '只有本县（市、区）审核人员可以办理',
    });
  });

  test('keeps a clerk from handling an own project', () => {
    expect(access.decide('review', clerkWhoLeads, project)).toEqual({
      ok: false,
      code: 'PROJECT_OWN',
      reason: '您参与了这个项目，不能办理',
    });
  });

  test('passes when any way is open, and tells the first reason when none is', () => {
    expect([lin, clerk, city].map((actor) => access.decide('read', actor, project).ok)).toEqual([true, true, true]);
    expect(access.decide('read', neighbour, project)).toMatchObject({ code: 'PROJECT_NOT_FOUND', hidden: true });
    expect(access.decide('announce', clerk, project)).toEqual({
      ok: false,
      code: 'PEOPLE_NOT_ALLOWED',
      reason: '只有市级统筹人员可以办理',
    });
  });

  test('lets no person do what only the clock does', () => {
    expect([null, lin, city].map((caller) => access.decide('expire', caller, project).ok)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('names every composed rule for the matrix', () => {
    expect(Object.fromEntries(Object.entries(access.table).map(([ability, { name }]) => [ability, name]))).toEqual({
      list: '任何人',
      follow: '已登录',
      edit: '项目负责人',
      review: '本地审核人员 且 未参与',
      read: '项目负责人 或 本地审核人员 或 市级统筹人员',
      peek: '项目负责人 或 （本地审核人员 且 未参与）',
      announce: '市级统筹人员',
      expire: '系统到期',
    });
  });
});
