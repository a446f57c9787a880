import { contestId, currentEdition, pastEdition } from '../../cloudfunctions/core/seeds/editions';
import { insertAwards } from './award-rows';
import { beginTemplate, readyEdition, sentTemplate, typePart } from './editions';
import { insertEntryRows } from './entry-rows';
import type { TestServer } from './server';
import { enrol, openClass } from './training';
import { type Announcements, makeAnnouncements } from './world/announcements';
import { makePastAwards, type PastAwards } from './world/awards';
import { type Cast, personas } from './world/cast';
import { type CheckedFact, makeCheckedFact } from './world/checked-facts';
import { type Check, makeCheck } from './world/checks';
import { type DecidedOn, decideOn, decideUnsigned } from './world/decisions';
import { makeEntries, type Standing } from './world/entries';
import { type Late, makeLate } from './world/late';
import { leaveHeld, leaveUnsent } from './world/messages';
import { complain, type Grants, makeGrants, makeWebSignIns, type WebSignIns } from './world/people';
import { makePolicyDrafts, type PolicyDrafts } from './world/policy-drafts';
import type { Joined } from './world/team';

/** What a demo edition lacks: entries hardly begun, ready, and read to the end; announcements and complaints. */
export type Begun = {
  region: string;
  contestId: string;
  /** With a material that was accepted. */
  draft: Standing & Joined & { accepted: string };
  /** With a file that is on its way. */
  begun: Standing & { sending: string };
  faulty: Standing;
  announcements: Announcements;
  /** A complaint that waits for an answer. */
  feedbackId: string;
  /** A message that did not reach a phone. */
  unsent: string;
  heldName: string;
  policy: string;
  policyDrafts: PolicyDrafts;
  pastAwards: PastAwards;
  /** A class that one can enrol in, with somebody in it. */
  trainingClass: string;
};

const rest = ['ready', 'submitted', 'held', 'read', 'returned', 'resubmitted', 'qualified', 'rejected'] as const;

/** An entry in every state that a page shows or a procedure asks for, and of all else that they are about one at least. */
export type World = Begun &
  Grants &
  Record<(typeof rest)[number], Standing> & {
    /** With a material that was frozen. */
    submitted: Standing & { accepted: string };
    /** Decided on and not yet moved; the other one waits for a lead's signature. */
    decided: DecidedOn;
    unsigned: DecidedOn;
    /** About the entry that is held. */
    check: Check;
    /** Of whoever leads that entry. */
    checkedFact: CheckedFact;
    web: WebSignIns;
    /** Where sign-up is over: a draft, and a code that lets it in. */
    late: Late;
    /** Files for the guide of the current edition, which names neither. */
    template: { accepted: string; sending: string };
    /** A draft that may be published, with a part of it; of the current edition a part was changed and waits to be published. */
    drafted: { editionId: string; version: number; part: { editionId: string; part: string; version: number } };
  };

/** What the demo edition lacks, by the procedures that people use. */
export async function makeBegun(server: TestServer, cast = personas): Promise<Begun> {
  const { draft, begun, faulty } = await makeEntries(server, cast, ['draft', 'begun', 'faulty']);
  return {
    region: cast.region,
    contestId: contestId(currentEdition, cast.region),
    draft: { ...draft, accepted: await lastUpload(server, draft) },
    begun: { ...begun, sending: await lastUpload(server, begun) },
    faulty,
    announcements: await makeAnnouncements(server, cast),
    feedbackId: await complain(server, cast),
    unsent: await leaveUnsent(server, cast),
    heldName: await leaveHeld(server, draft.entryId),
    policy: await keepPolicy(server),
    policyDrafts: await makePolicyDrafts(server),
    pastAwards: await makePastAwards(server, cast),
    trainingClass: await classWithSomebody(server),
  };
}

/**
 * All of it, in a region without any entry.
 * @param cast who plays, and where; the demo's personas in 蒲县 unless told
 */
export async function makeWorld(server: TestServer, cast: Cast = personas): Promise<World> {
  const begun = await makeBegun(server, cast);
  const entries = await makeEntries(server, cast, rest);
  await fillLists(server, cast);
  const check = await makeCheck(server, cast, entries.held.entryId);
  const checkedFact = await makeCheckedFact(server, cast, entries.held.entryId);
  const { decided, unsigned } = await makeEntries(server, cast, ['decided', 'unsigned']);
  const decisions = {
    decided: await decideOn(server, cast, decided),
    unsigned: await decideUnsigned(server, cast, unsigned),
  };
  const editionId = await readyEdition(server);
  // Each part that was confirmed made it another.
  const edition = await server.db
    .selectFrom('edition')
    .select('version')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  await typePart(server, currentEdition, 'clocks', { 'clocks.correction': 6 });
  server.clock.pass(cast.pause);
  return {
    ...begun,
    ...entries,
    ...decisions,
    ...(await makeGrants(server, cast)),
    submitted: { ...entries.submitted, accepted: await lastUpload(server, entries.submitted) },
    check,
    checkedFact,
    late: await makeLate(server, cast),
    template: {
      accepted: await sentTemplate(server, currentEdition),
      sending: await beginTemplate(server, currentEdition, '承诺书样本.docx', 4000),
    },
    // Last, since it is good for a minute.
    web: await makeWebSignIns(server, cast),
    drafted: { editionId, ...edition, part: { editionId, part: 'clocks', version: 1 } },
  };
}

/** The upload that came last. */
async function lastUpload({ db }: TestServer, { entryId }: Standing): Promise<string> {
  const last = db.selectFrom('upload').select('id').where('subject_id', '=', entryId).orderBy('id', 'desc').limit(1);
  return (await last.executeTakeFirstOrThrow()).id;
}

async function classWithSomebody(server: TestServer): Promise<string> {
  const classId = await openClass(server);
  await enrol(server, 'member', classId);
  return classId;
}

async function keepPolicy({ db }: TestServer): Promise<string> {
  const code = 'guaranteed-loan';
  await db
    .insertInto('policy_version')
    .values({
      code,
      version: 1,
      title_zh: '创业担保贷款',
      summary_zh: '最高 20 万元',
      body_zh: '演示',
      kind: code,
      doc_no: '演示',
      effective_from: null,
      effective_to: null,
      confirmed_zh: '演示',
      demonstration: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return code;
}

/** More than a page of the queue, some of it overdue, and more than a page of last year's winners. */
async function fillLists(server: TestServer, { region }: Cast): Promise<void> {
  await insertEntryRows(server.db, { count: 25, regionId: region, state: 'submitted', due: '2026-11-20' });
  const winners = await insertEntryRows(server.db, { count: 21, regionId: region, state: 'qualified' });
  await server.db
    .updateTable('entry')
    .set({ edition_id: pastEdition, contest_id: contestId(pastEdition, region) })
    .where('id', 'in', winners)
    .execute();
  await insertAwards(server, winners, 'merit');
}
