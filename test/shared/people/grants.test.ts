import {
  type Actor,
  type Grant,
  isGrantable,
  type Role,
  roleNames,
  type Scope,
} from '../../../src/shared/kernel/actor';
import { codeLength, codeLetters, readCode, shownCode } from '../../../src/shared/kernel/typed/spoken-code';
import { inviteCode } from '../../../src/shared/people/grants/code-refusals';
import {
  excludes,
  givenRoles,
  givesAnything,
  mayGive,
  mayRevoke,
  mostUses,
} from '../../../src/shared/people/grants/giving';
import {
  fitsKind,
  organisationKindNames,
  organisationKinds,
} from '../../../src/shared/people/grants/organisation-kinds';

const all: Scope = { kind: 'all' };
const puxian: Scope = { kind: 'region', regionId: '141033' };
const yaodu: Scope = { kind: 'region', regionId: '141002' };
const bank: Scope = { kind: 'organisation', organisationId: '0197f000-0000-7000-8000-0000000000b0' };
const other: Scope = { kind: 'organisation', organisationId: '0197f000-0000-7000-8000-0000000000b1' };
const scopes = [all, puxian, yaodu, bank, other];
const holding = (...grants: Array<[Role, Scope]>): Actor => ({
  personId: 'me',
  grants: grants.map(([role, scope]) => ({ role, scope })),
});

describe('A code', () => {
  test('has no two letters that look or sound alike', () => {
    for (const alike of ['0O', '1IL', '2Z', '5S', '8B', 'UV'])
      expect([alike, Array.from(alike).filter((letter) => codeLetters.includes(letter))]).toEqual([alike, []]);
    expect(new Set(codeLetters).size).toBe(codeLetters.length);
    // At least 45 bits, of which ten are tried an hour.
    expect(Math.log2(codeLetters.length) * codeLength).toBeGreaterThan(45);
  });

  test.each([
    'CG997-CCGT3',
    'cg997ccgt3',
    ' cg997 ccgt3 ',
    'ＣＧ９９７－ＣＣＧＴ３',
    'CG997—CCGT3',
    'C G 9 9 7 C C G T 3',
    '\u200bCG997CCGT3',
    '蒲县赛场邀请码：ＣＧ９９７－ｃｃｇｔ３。请打开“星火项目创业大赛”，登录后在“输入邀请码”中输入，12月13日（周日）24:00 截止，电话 0357-2012345。',
  ])('is read from %j', (typed) => {
    expect(readCode(typed, inviteCode)).toEqual({ ok: true, value: 'CG997CCGT3' });
  });

  test('that can be none is told why', () => {
    const said = (typed: string) => {
      const read = readCode(typed, inviteCode);
      return read.ok ? '' : read.message;
    };
    expect(said('')).toBe('邀请码是 10 位字母和数字，现在是 0 位，请核对');
    expect(said('CG997-CCGT33')).toBe('邀请码是 10 位字母和数字，现在是 11 位，请核对');
    expect(said('CG997-CCGTO')).toBe('邀请码里没有“O”，请对照收到的邀请码核对');
    expect(said('邀请码是多少请问一下吧')).toBe('邀请码是 10 位字母和数字，现在是 11 位，请核对');
    expect(said('旧码：CG997-CCGT3，新码：CG997-CCGT4')).toContain('请核对');
    expect(shownCode('CG997CCGT3')).toBe('CG997-CCGT3');
  });
});

/** Everything that can be given at all, as `role@place`. */
const given = (giver: Actor): string[] =>
  roleNames.flatMap((role) =>
    scopes
      .filter((scope) => mayGive(giver, { role, scope }))
      .map(
        (scope) =>
          `${role}@${scope.kind === 'region' ? scope.regionId : scope.kind === 'all' ? 'all' : scope.organisationId.slice(-2)}`,
      ),
  );

describe('Who may give what', () => {
  test('the city everything that there is to give', () => {
    const grantable = roleNames.flatMap((role) => scopes.filter((scope) => isGrantable({ role, scope })));
    expect(given(holding(['cityStaff', all]))).toHaveLength(grantable.length);
    expect(givenRoles).not.toContain('entrant');
  });

  test('a lead the staff and the judges of the own region', () => {
    expect(given(holding(['regionLead', puxian]))).toEqual(['regionStaff@141033', 'judge@141033']);
    expect(given(holding(['regionLead', all]))).toEqual([
      'regionStaff@141033',
      'regionStaff@141002',
      'judge@141033',
      'judge@141002',
    ]);
  });

  test('a colleague the own role in the own organisation; nobody else anything', () => {
    expect(given(holding(['lender', bank]))).toEqual(['lender@b0']);
    for (const grants of [
      [['regionStaff', puxian]],
      [['auditor', all]],
      [['judge', puxian]],
      [['loanClerk', puxian]],
      // What is no grant gives none.
      [['cityStaff', puxian]],
      [['lender', all]],
      [],
    ] as Array<Array<[Role, Scope]>>) {
      expect([grants, given(holding(...grants)), givesAnything(holding(...grants))]).toEqual([grants, [], false]);
    }
    expect(mayGive(null, { role: 'regionStaff', scope: puxian })).toBe(false);
  });
});

describe('Who may take back what', () => {
  const held = (grant: Grant, personId = 'you', givenBy: string | null = null) => ({ ...grant, personId, givenBy });
  const clerk: Grant = { role: 'regionStaff', scope: puxian };
  const lender: Grant = { role: 'lender', scope: bank };

  test('never one’s own', () => {
    expect(mayRevoke(holding(['cityStaff', all]), held({ role: 'cityStaff', scope: all }, 'me'))).toBe(false);
    expect(mayRevoke(holding(['cityStaff', all]), held({ role: 'cityStaff', scope: all }))).toBe(true);
  });

  test('the lead whoever serves at home, whoever gave it; a colleague only whom they invited', () => {
    expect(mayRevoke(holding(['regionLead', puxian]), held(clerk, 'you', 'city'))).toBe(true);
    expect(mayRevoke(holding(['regionLead', yaodu]), held(clerk))).toBe(false);
    expect(mayRevoke(holding(['regionLead', puxian]), held({ role: 'regionLead', scope: puxian }))).toBe(false);
    expect(mayRevoke(holding(['lender', bank]), held(lender, 'you', 'me'))).toBe(true);
    expect(mayRevoke(holding(['lender', bank]), held(lender, 'you', 'city'))).toBe(false);
    expect(mayRevoke(holding(['lender', other]), held(lender, 'you', 'me'))).toBe(false);
    expect(mayRevoke(null, held(clerk))).toBe(false);
  });
});

test('the supervisor is nothing else, either way', () => {
  for (const role of givenRoles.filter((one) => one !== 'auditor'))
    expect([role, excludes('auditor', role), excludes(role, 'auditor'), excludes(role, 'regionStaff')]).toEqual([
      role,
      true,
      true,
      false,
    ]);
  expect(excludes('auditor', 'auditor')).toBe(false);
});

test('who answers for all or leads comes one by one', () => {
  expect(givenRoles.filter((role) => mostUses(role) === 1)).toEqual(['regionLead', 'cityStaff', 'auditor']);
});

test('each kind of organisation has its people’s role, which is given in organisations alone', () => {
  expect(organisationKindNames.map((kind) => organisationKinds[kind].role).sort()).toEqual(
    givenRoles.filter((role) => isGrantable({ role, scope: bank })).sort(),
  );
  expect([fitsKind('bank', 'lender'), fitsKind('bank', 'trainer'), fitsKind('unknown', 'lender')]).toEqual([
    true,
    false,
    false,
  ]);
});
