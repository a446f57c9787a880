import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { judgeHandedIn } from '../../../cloudfunctions/core/benefits/application/read-by-offices';
import { eraseLeaving } from '../../../cloudfunctions/core/files/leaving/erase-leaving';
import { deleteUploads } from '../../../cloudfunctions/core/files/leaving/leave-files';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import {
  agree,
  answers,
  begin,
  filled,
  idNumber,
  keepLoanPolicy,
  moveOn,
  order,
  saveAnswers,
  upload,
} from '../../support/applications';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { lyingInInboxes } from '../../support/inboxes';
import { freshServer, type TestServer } from '../../support/server';
import { untilSomebodyWaits } from '../../support/waiting';

let server: TestServer;
let tick: () => Promise<void>;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
  tick = makeTick(server.home, areas);
});
afterAll(async () => {
  await tick();
  expect(server.faults).toEqual([]);
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true, unsealed: 0 });
  await server.close();
});
afterEach(() => server.clock.set(fixedNow));

const desk = 'loan-puxian';
type Line = { field: string; value: string; sealed: string | null };
type View = {
  state: string;
  version: number;
  party: string;
  holderZh: string | null;
  clock: { dueDate: string | null; workdaysLeft: number | null; reachedZh: string | null };
  judged: { version: number; verdict: string; lines: Array<{ zh: string; verdict: string }> } | null;
  moves: Array<{ move: string }>;
  correction: { faults: unknown[] } | null;
  own: { sections: Array<{ section: string; version: number; editable: boolean; problems: object }> } | null;
  office: { parts: Array<{ section: string; lines: Line[] }>; files: Array<{ slot: string; uploadId: string }> } | null;
};
const view = (as: string, applicationId: string) => server.ask<View>(as, 'benefits/application', { applicationId });
const codeOf = async (...[as, path, input, key]: Parameters<TestServer['call']>) => {
  const { status, body } = await server.call(as, path, input, key);
  return body.ok ? status : body.error.code;
};

const begun = (as: string) => begin(server, as);
const save = (as: string, applicationId: string, section: keyof typeof answers, changes: object = {}) =>
  saveAnswers(server, as, applicationId, section, changes);
const move = (as: string, applicationId: string, name: string, more: object = {}) =>
  moveOn(server, as, applicationId, name, more);
const handedIn = async (as: string): Promise<string> => (await filled(server, as)).applicationId;

async function told(applicationId: string): Promise<string[]> {
  const rows = await lyingInInboxes(server.db)
    .innerJoin('outbox as o', 'o.id', 'm.event_id')
    .select(['m.notice', 'd.person_id'])
    .where('o.subject', '=', `guaranteed-loan:${applicationId}`)
    .execute();
  return rows.map(({ notice, person_id }) => `${notice} ${person_id}`).sort();
}

test('nothing sealed before it is agreed to; nothing handed in before it is whole, and what the rule refuses is refused in words', async () => {
  const as = 'entrant-returned';
  const applicationId = await begun(as);
  expect(await begun(as)).toBe(applicationId);
  expect((await save(as, applicationId, 'person')).body).toMatchObject({ error: { code: 'FORM_CONSENT_FIRST' } });
  expect(await move(as, applicationId, 'submit')).toBe('FORM_CONSENT_FIRST');
  await agree(server, as, applicationId, { 'guaranteed-loan.hr': true, 'guaranteed-loan.guarantor': true });
  expect((await save(as, applicationId, 'person')).body).toMatchObject({ error: { code: 'FORM_CONSENT_FIRST' } });
  await agree(server, as, applicationId);
  expect(await move(as, applicationId, 'submit')).toBe('BENEFITS_UNFINISHED');
  for (const section of ['person', 'business', 'loan'] as const) await save(as, applicationId, section);
  await save(as, applicationId, 'group', { otherLoans: 'other' });
  expect(await move(as, applicationId, 'submit')).toBe('BENEFITS_FILES_MISSING');
  await upload(server, as, applicationId, 'group_proof');
  const { version } = await view(as, applicationId);
  const { body } = await server.call(as, 'benefits/moveApplication', { applicationId, ...order('submit', version) });
  expect(body).toMatchObject({
    error: { code: 'BENEFITS_NOT_ELIGIBLE', message: expect.stringContaining('没有规定以外的其他贷款') },
  });
  expect(await view(as, applicationId)).toMatchObject({ state: 'draft', judged: null });
  // A draft is nobody else's, and exists for no office.
  for (const other of [desk, 'loan-city', 'member']) {
    expect(await codeOf(other, 'benefits/application', { applicationId })).toBe('NOT_FOUND');
  }
});

test('a loan passes through the desk of HR: claimed, sent back with every fault, its clock paused, handed in again, passed on; everybody is told', async () => {
  const as = 'entrant-new';
  const applicationId = await handedIn(as);
  expect(await move(as, applicationId, 'submit')).toBe(200);
  const own = await view(as, applicationId);
  expect(own).toMatchObject({
    state: 'submitted',
    holderZh: '蒲县创业担保贷款窗口',
    clock: { dueDate: '2026-11-27', workdaysLeft: 3 },
    judged: { version: 2, verdict: 'pass' },
  });

  // Only its own region's desk, and the city's.
  expect(await codeOf('loan-yaodu', 'benefits/application', { applicationId })).toBe('NOT_FOUND');
  expect(await codeOf('clerk-puxian-1', 'benefits/application', { applicationId })).toBe('NOT_FOUND');
  expect(await codeOf('loan-yaodu', 'benefits/moveApplication', { applicationId, ...order('claim', 2) })).toBe(
    'NOT_FOUND',
  );
  expect(await move(desk, applicationId, 'pass')).toBe('CASE_NOT_HELD');
  expect(await move(desk, applicationId, 'claim')).toBe(200);
  expect(await move('loan-city', applicationId, 'pass')).toBe('CASE_HELD_BY_OTHER');
  expect(await move(desk, applicationId, 'return')).toBe('BENEFITS_NO_FAULTS');

  server.clock.set(Date.UTC(2026, 10, 25, 2));
  const faults = [
    { section: 'business', text: '请写明烘干机的价格' },
    { section: 'files', text: '毕业证不清晰' },
  ];
  expect(await move(desk, applicationId, 'return', { faults, reason: '请尽快' })).toBe(200);
  const returned = await view(as, applicationId);
  expect(returned).toMatchObject({ state: 'returned', clock: { dueDate: '2026-12-09', workdaysLeft: 10 } });
  expect(returned.correction?.faults).toHaveLength(2);
  expect(returned.own?.sections.filter(({ editable }) => editable).map(({ section }) => section)).toEqual(['business']);
  expect((await save(as, applicationId, 'loan', { wan: 30 })).body).toMatchObject({
    error: { code: 'FORM_SECTION_CLOSED' },
  });
  await save(as, applicationId, 'business', { about: '烘干机 12 万元' });
  server.clock.set(Date.UTC(2026, 10, 30, 2));
  expect(await move(as, applicationId, 'submit')).toBe(200);
  // One of three days was used (25 November stands still from the day it came back).
  const again = await view(desk, applicationId);
  expect(again).toMatchObject({
    state: 'submitted',
    clock: {
      dueDate: '2026-12-03',
      reachedZh: '从11月24日的次日起 3 个工作日，11月25日至11月30日补正不计',
    },
  });
  expect(await move(desk, applicationId, 'claim')).toBe(200);
  expect(await move(desk, applicationId, 'pass')).toBe(200);
  expect(await view(as, applicationId)).toMatchObject({
    state: 'guarantor_dd',
    holderZh: '演示融资担保中心',
    moves: [{ move: 'withdraw' }],
  });

  await tick();
  const me = personaId(as);
  const office = [desk, 'loan-city'].map(personaId);
  expect(await told(applicationId)).toEqual(
    [
      `application.submitted ${me}`,
      `application.submitted ${me}`,
      ...office.flatMap((id) => [`application.submitted.desk ${id}`, `application.submitted.desk ${id}`]),
      `application.returned ${me}`,
      `application.passedOn ${me}`,
      `application.passedOn.desk ${personaId('guarantor-1')}`,
    ].sort(),
  );
});

test('HR reads the fields that are its own, opens a number by a logged act while it holds the case, and no loan of a spouse', async () => {
  const as = 'member';
  const applicationId = await handedIn(as);
  await move(as, applicationId, 'submit');
  const { office, party } = await view(desk, applicationId);
  const shown = office?.parts.flatMap(({ section, lines }) =>
    lines.map(({ field, sealed }) => `${section}.${field}${sealed === null ? '' : ' covered'}`),
  );
  expect([party, shown]).toEqual([
    'hr',
    [
      'person.name',
      'person.idNumber covered',
      'person.phone covered',
      'person.retirementKind',
      'business.entityKind',
      'business.address',
      'business.about',
      'group.keyGroup',
      'group.loanTimes',
      'group.loanUnsettled',
      'group.loanOverdueEver',
      'group.otherCentralSubsidy',
      'loan.wan',
      'loan.months',
      'loan.bank',
    ],
  ]);
  expect(JSON.stringify(office)).not.toContain(idNumber);
  const asking = { applicationId, field: 'person.idNumber' };
  expect(await codeOf(desk, 'benefits/reveal', asking)).toBe('CASE_NOT_HELD');
  await move(desk, applicationId, 'claim');
  expect(await server.ask(desk, 'benefits/reveal', asking)).toEqual({ value: idNumber });
  expect(await codeOf(desk, 'benefits/reveal', { applicationId, field: 'group.otherLoans' })).toBe(
    'BENEFITS_NOTHING_TO_REVEAL',
  );
  const file = office?.files[0]?.uploadId ?? '';
  expect(await server.ask(desk, 'benefits/openFile', { uploadId: file })).toMatchObject({ name: '毕业证.pdf' });
  expect(await codeOf('loan-yaodu', 'benefits/openFile', { uploadId: file })).toBe('NOT_FOUND');
  expect(await move(desk, applicationId, 'reject')).toBe('GUARANTEED_LOAN_REASON_MISSING');
  expect(await move(desk, applicationId, 'reject', { reason: '不属于重点群体' })).toBe(200);
  const rejected = await server.ask<{ timeline: Array<{ reason: string | null }> }>(as, 'benefits/application', {
    applicationId,
  });
  expect(rejected.timeline.at(-1)).toMatchObject({ zh: '资格核实未通过', reason: '不属于重点群体' });
  // It is over, so that another may be begun.
  expect(await begun(as)).not.toBe(applicationId);
});

test('a queue stands in turn, and what was not put right in time ends by the clock', async () => {
  const people = ['entrant-returned', 'clerk-yaodu'];
  await server.db.deleteFrom('application').where('state', '=', 'draft').execute();
  const [early = '', winner = ''] = await (async () => {
    const ids: string[] = [];
    for (const [i, as] of people.entries()) {
      const id = await handedIn(as);
      server.clock.set(fixedNow + i * 60_000);
      if (i === 1) await server.db.updateTable('application').set({ rank: 1 }).where('id', '=', id).execute();
      await move(as, id, 'submit');
      ids.push(id);
    }
    return ids;
  })();
  const { items } = await server.ask<{ items: Array<{ applicationId: string; nameZh: string }> }>(
    desk,
    'benefits/queue',
    {},
  );
  expect(items.map(({ applicationId, nameZh }) => [applicationId, nameZh])).toEqual([
    [winner, '王小明'],
    [early, '王小明'],
  ]);
  expect((await server.ask<{ items: unknown[] }>('loan-yaodu', 'benefits/queue', {})).items).toEqual([]);
  expect(await codeOf('member', 'benefits/queue', {})).toBe('FORBIDDEN');
  const { waitsForMe } = await server.ask<{ waitsForMe: Array<{ id: string }> }>(desk, 'notices/workbench');
  expect(waitsForMe.map(({ id }) => id)).toEqual(expect.arrayContaining([`application-${winner}`]));

  await move(desk, early, 'claim');
  await move(desk, early, 'return', { faults: [{ section: 'loan', text: '额度请再核对' }] });
  // Two days before its last day, by day, once; nobody is reminded of what they put right meanwhile.
  server.clock.set(Date.UTC(2026, 11, 5, 2));
  await tick();
  const reminded = async () =>
    (await lyingInInboxes(server.db).select(['m.notice', 'm.title', 'd.person_id']).execute()).filter(
      ({ notice }) => notice === 'application.lapsing',
    );
  expect(await reminded()).toEqual([]);
  // The other lies at the desk beyond its term: the desk's people are told, once, and once somebody has it they alone.
  const late = async () =>
    (
      await sql<{ person: string }>`select p.persona as person from reminder_sent r join person p on p.id = r.person_id
        where r.kind = 'officeOver' and r.subject_id = ${winner} order by 1`.execute(server.db)
    ).rows.map(({ person }) => person);
  expect(await late()).toEqual(['loan-city', 'loan-puxian']);
  const toldLate = () =>
    lyingInInboxes(server.db)
      .select(['m.notice', 'd.person_id'])
      .where('m.notice', 'in', ['application.overdue.desk', 'reminder.pile'])
      .execute();
  expect((await toldLate()).map(({ person_id }) => person_id)).toEqual(expect.arrayContaining([personaId(desk)]));
  server.clock.set(Date.UTC(2026, 11, 6, 2));
  await tick();
  await tick();
  expect(await reminded()).toEqual([
    {
      notice: 'application.lapsing',
      title: '创业担保贷款申报快到期，还没有办',
      person_id: personaId('entrant-returned'),
    },
  ]);
  server.clock.set(Date.UTC(2026, 11, 8, 15, 59, 59));
  await tick();
  expect(await view('entrant-returned', early)).toMatchObject({ state: 'returned' });
  server.clock.set(Date.UTC(2026, 11, 8, 16));
  await Promise.all([tick(), makeTick(server.home, areas)()]);
  expect(await view('entrant-returned', early)).toMatchObject({ state: 'expired', holderZh: null });
  expect(await told(early)).toContain(`application.expired ${personaId('entrant-returned')}`);
});

test('an office opens what stands in the latest submission: neither what was replaced and froze with an earlier one, nor what is not handed in yet', async () => {
  const as = await freshPerson(server);
  const applicationId = await handedIn(as);
  const opened = (by: string, uploadId: string) => codeOf(by, 'benefits/openFile', { uploadId });
  const shown = async () => (await view(desk, applicationId)).office?.files.map(({ uploadId }) => uploadId);
  await move(as, applicationId, 'submit');
  const [first = ''] = (await shown()) ?? [];
  await move(desk, applicationId, 'claim');
  expect(await opened(desk, first)).toBe(200);
  await move(desk, applicationId, 'return', { faults: [{ section: 'files', text: '毕业证不清晰' }] });
  const second = await upload(server, as, applicationId, 'group_proof');
  // What was handed in is what the desk found wrong; the new one is its applicant's still.
  expect([await opened(desk, first), await opened(desk, second), await opened(as, second)]).toEqual([
    200,
    'NOT_FOUND',
    200,
  ]);
  await move(as, applicationId, 'submit');
  expect([await opened(desk, first), await opened(desk, second), await opened(as, first)]).toEqual([
    'NOT_FOUND',
    200,
    200,
  ]);
  expect(await shown()).toEqual([second]);
});

test('whoever leaves has their applications locked in the order of their ids, as whoever else locks several', async () => {
  const as = await freshPerson(server);
  const first = await begin(server, as);
  const asked = { kind: 'incubator-place', regionId: '141033' };
  const { applicationId: second } = await server.ask<{ applicationId: string }>(as, 'benefits/beginApplication', asked);
  const { free, leaving } = await server.db.transaction().execute(async (other) => {
    await sql`select from application where id = ${first} for update`.execute(other);
    const leaving = server.call(as, 'rights/leave', { agreed: true });
    await untilSomebodyWaits(server);
    const { rows } = await sql`select id from application where id = ${second} for update skip locked`.execute(other);
    return { free: rows, leaving };
  });
  expect(free).toEqual([{ id: second }]);
  expect((await leaving).status).toBe(200);
});

test('a document that was given before is offered with its source, given by reference, and outlives the other it came from', async () => {
  type Slot = { code: string; given: Array<{ uploadId: string; name: string; sourceZh: string }> };
  type File = { uploadId: string; slot: string; sha256: string; givenZh: string | null };
  const entry = await submittedEntry(server, { group: 'start_up' });
  await server.db
    .updateTable('entry')
    .set({ state: 'qualified', waits: null })
    .where('id', '=', entry.entryId)
    .execute();
  const { leader } = entry;
  const kind = { kind: 'incubator-place', regionId: '141033' };
  const { applicationId } = await server.ask<{ applicationId: string }>(leader, 'benefits/beginApplication', kind);
  const own = async () =>
    (await server.ask<{ own: { slots: Slot[]; files: File[] } }>(leader, 'benefits/application', { applicationId }))
      .own;
  const lies = (sha256: string) =>
    server.home.storage.open(sha256).then(
      async ({ bytes }) => (await bytes.toArray()).length > 0,
      () => false,
    );
  const offered = await own();
  const from = `报名表 ${entry.reference}，2026年11月24日上传`;
  expect(
    offered.slots.map(({ code, given }) => [code, given.map(({ name, sourceZh }) => `${name} ${sourceZh}`)]),
  ).toEqual([
    ['plan', [`商业计划书.pdf ${from}`]],
    ['licence', [`营业执照.jpg ${from}`]],
  ]);
  const [plan, licence] = offered.slots.map(({ given }) => given[0]?.uploadId ?? '');
  const give = (as: string, slot: string, uploadId = '') =>
    codeOf(as, 'benefits/giveAgain', { applicationId, slot, uploadId });
  // Nobody else's, no other slot's.
  expect(await give('member', 'licence', licence)).toBe('NOT_FOUND');
  expect(await give(leader, 'licence', plan)).toBe('BENEFITS_NOT_GIVEN');
  expect(await give(leader, 'licence', licence)).toBe(200);
  const [file] = (await own()).files;
  expect(file).toMatchObject({ slot: 'licence', givenZh: from });
  expect((await own()).slots[1]?.given).toEqual([]);
  expect(await give(leader, 'licence', licence)).toBe('BENEFITS_NOT_GIVEN');

  // The entry's own go: what was given stays as long as this application has it, what was not is offered no more.
  await deleteUploads(server.db, entry.entryId, server.clock.now());
  while ((await eraseLeaving(server.home)) > 0);
  expect(await lies(file?.sha256 ?? '')).toBe(true);
  expect(await server.ask(leader, 'benefits/openFile', { uploadId: file?.uploadId })).toMatchObject({ kind: 'jpg' });
  expect(await give(leader, 'plan', plan)).toBe('BENEFITS_NOT_GIVEN');
  await server.ask(leader, 'benefits/removeFile', { uploadId: file?.uploadId });
  while ((await eraseLeaving(server.home)) > 0);
  expect(await lies(file?.sha256 ?? '')).toBe(false);
});

test('what is written freely is judged before offices read it: by WeChat, by the city’s list; a refusal names the question, what wants an eye is held', async () => {
  const as = await freshPerson(server);
  await server.db
    .updateTable('person')
    .set({ openid: `o-${as}` })
    .where('id', '=', as)
    .execute();
  const { applicationId } = await filled(server, as);
  const asked: string[] = [];
  const contentCheck = {
    text: async ({ content }: { content: string }) => {
      asked.push(content);
      return { kind: 'risky', label: 10001 };
    },
  };
  const outside = { ...server.home, contentCheck } as never;
  const about = answers.business.about;
  // Of another's, and of a move that hands nothing in, nobody is asked.
  await judgeHandedIn(outside, { applicationId, move: 'submit' }, personaId('member'));
  await judgeHandedIn(outside, { applicationId, move: 'withdraw' }, as);
  expect(asked).toEqual([]);
  await judgeHandedIn(outside, { applicationId, move: 'submit' }, as);
  await judgeHandedIn(outside, { applicationId, move: 'submit' }, as);
  expect(asked).toEqual([about]);
  const submit = async () => {
    const { version } = await view(as, applicationId);
    const { body } = await server.call(as, 'benefits/moveApplication', { applicationId, ...order('submit', version) });
    return body.ok ? null : [body.error.code, body.error.message];
  };
  expect(await submit()).toEqual(['BENEFITS_TEXT_REFUSED', '“项目情况和资金用途”：像是广告，请换一个']);
  const word = (text: string, strength: string) =>
    sql`insert into content_word (word, strength, why, changed_by, changed_at)
      values (${text}, ${strength}, '试', ${personaId('city')}, ${new Date(server.clock.now())})`.execute(server.db);
  await word('传销', 'refuse');
  await word('烘干', 'look');
  await save(as, applicationId, 'business', { about: '不是传销，买烘干机' });
  expect((await submit())?.[0]).toBe('BENEFITS_TEXT_REFUSED');
  await save(as, applicationId, 'business', { about: '买烘干机' });
  expect(await submit()).toBeNull();
  const held = await server.db.selectFrom('text_check').selectAll().where('subject_id', '=', applicationId).execute();
  expect(held).toMatchObject([{ field: 'business.about', state: 'review', sent: true, text: '买烘干机' }]);
  await sql`delete from content_word`.execute(server.db);
});
