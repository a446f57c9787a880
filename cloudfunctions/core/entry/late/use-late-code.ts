import { entryContract } from '@shared/entry/contract';
import { type LateRefusal, lateRefusals } from '@shared/entry/late/late-code';
import { mayLetIn } from '@shared/entry/late/who';
import { lastMomentZh } from '@shared/kernel/moment-words';
import { formatDayZh, shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { insistMovable, move } from '../../cases/move';
import { audit } from '../../platform/audit/audit';
import { hashCode } from '../../platform/crypto/spoken-code';
import { holdGrants } from '../../platform/identity';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { boundTo, type EditionRules, readEditionRules } from '../form/edition-rules';
import { beginDraft, insistPlace } from '../lifetime/begin-draft';
import { entryNoun } from '../moves';
import { type EntryHead, entryHead } from '../subjects';
import { titleOf } from '../views/title-of';
import { type LateCode, readLateCode } from './code-rows';

const refuse = (code: LateRefusal) => new Refused(code, undefined, { code: lateRefusals[code] });

type Typed = { late: LateCode | null };

const typedCode = async (call: Call, code: string, lock: boolean): Promise<LateCode | null> =>
  readLateCode(call, sql`l.code_hash = ${await hashCode(code)}`, lock);

const typedCodeOf: Load<{ code: string }, Typed> = async (call, { code }, lock) => ({
  late: await typedCode(call, code, lock),
});

/** The draft that a code is to let in; who is not on its team is told nothing of it, nor of the code. The entry's lock comes first, as everywhere. */
const draftOf: Load<{ code: string; entryId: string }, EntryHead & Typed> = async (call, { code, entryId }, lock) => {
  const head = await entryHead(call, entryId, lock);
  return head && { ...head, late: await typedCode(call, code, lock) };
};

/** Refuses what can be used no more, by this person, and as long as sign-up is open. A code dies with its maker's right. */
async function insistUsable(call: Call, late: LateCode | null): Promise<LateCode> {
  if (late === null) throw refuse('ENTRY_LATE_CODE_UNKNOWN');
  const maker = { personId: late.madeBy, grants: await holdGrants(call.db, late.madeBy, call.now) };
  if (late.voidedAt !== null || !mayLetIn(maker, late)) throw refuse('ENTRY_LATE_CODE_VOID');
  const { rows } = await sql`select from late_use where code_id = ${late.id} and person_id = ${me(call)}`.execute(
    call.db,
  );
  if (rows.length > 0) throw refuse('ENTRY_LATE_CODE_USED_BEFORE');
  if (late.endsAt <= call.now || !late.ofCurrentEdition) throw refuse('ENTRY_LATE_CODE_EXPIRED');
  if (late.used >= late.uses) throw refuse('ENTRY_LATE_CODE_USED_UP');
  if (late.closesAt === null || call.now < late.closesAt) throw refuse('ENTRY_LATE_NOT_NEEDED');
  return late;
}

/** What a code opens: where, until when, and which of the caller's drafts. */
export const seeLateCode = procedure(entryContract.seeLateCode, typedCodeOf, async (call, _input, typed) => {
  const late = await insistUsable(call, typed.late);
  const rules = await rulesOf(call, late);
  const { rows } = await sql<{ entryId: string; title: string; trackZh: string; version: number }>`
    select e.id as "entryId", e.title, t.zh as "trackZh", e.version
    from entry e join track t on t.edition_id = e.edition_id and t.code = e.track_code
    where e.leader_id = ${me(call)} and e.contest_id = ${late.contestId} and e.state = 'draft'
      and ${late.trackCode === null ? sql`true` : sql`e.track_code = ${late.trackCode}`}
    order by e.changed_at desc, e.id limit 10`.execute(call.db);
  return {
    contestId: late.contestId,
    regionZh: late.regionZh,
    endsAt: toShanghai(late.endsAt),
    tracks: [...rules.tracks],
    groups: rules.blueprint.groups.map(({ code, zh, hintZh }) => ({ code, zh, hintZh })),
    drafts: rows.map((row) => ({ ...row, title: titleOf(row.title) })),
  };
});

/** The contest's rules, with the one track alone that the code is for. */
async function rulesOf(call: Call, late: LateCode): Promise<EditionRules> {
  const rules = await readEditionRules(call.db, late.contestId);
  if (!rules) throw new Error(`The contest ${late.contestId} of a late code is gone.`);
  return boundTo(rules, late.trackCode);
}

/** Begins a draft by a code. */
export const startLate = procedure(entryContract.startLate, typedCodeOf, async (call, input, typed) => {
  const late = await insistUsable(call, typed.late);
  const rules = await rulesOf(call, late);
  insistPlace(rules, input);
  const entryId = await beginDraft(call, rules, input, me(call));
  const head = await entryHead(call, entryId, true);
  if (!head) throw new Error('A draft that was just begun is not there.');
  await admit(call, head, late, head.version);
  return { entryId };
});

/** Gives a draft the time of a code. */
export const admitLate = procedure(entryContract.admitLate, draftOf, async (call, { version }, head) => {
  // Whether it is a draft at all is said before what the code is for.
  await insistMovable(call, entryNoun, head, { command: 'admitLate', version });
  const late = await insistUsable(call, head.late);
  if (late.contestId !== head.contestId)
    throw elsewhere(`这个补报码只用于${late.regionZh}赛场，这个项目报在${head.regionZh}`);
  if (late.trackCode !== null && late.trackCode !== head.trackCode)
    throw elsewhere(`这个补报码只用于另一个赛道，这个项目选的是“${head.trackZh}”`);
  insistLonger(call, late, head);
  return admit(call, head, late, version);
});

const elsewhere = (sentence: string) => new Refused('ENTRY_LATE_ELSEWHERE', sentence, { code: sentence });

/** A code that gives a draft no more time than it has is not spent on it, nor does it take time away. */
function insistLonger(call: Call, late: LateCode, { signUp }: EntryHead): void {
  if (signUp === null || late.endsAt > signUp.closesAt) return;
  const sentence = `这个项目已可补报到${lastMomentZh(signUp.closesAt, call.now)}，不用这个补报码，请直接填写提交`;
  throw new Refused('ENTRY_LATE_NOT_LONGER', sentence, { code: sentence });
}

/** The use on record, and the move: the timeline says by which code and why, the code's own audit which entry. */
async function admit(call: Call, head: EntryHead, late: LateCode, version: number) {
  const { entryId } = head;
  const when = `${formatDayZh(shanghaiDate(late.madeAt), call.now)}发出的补报码，可补报到${lastMomentZh(late.endsAt, call.now)}`;
  const order = { command: 'admitLate' as const, version, input: { reason: `${late.reason}（${when}）` } };
  return move(call, entryNoun, head, order, async () => {
    await sql`update late_code set used = used + 1 where id = ${late.id}`.execute(call.db);
    await call.db
      .insertInto('late_use')
      .values({ code_id: late.id, person_id: me(call), entry_id: entryId, used_at: at(call.now) })
      .execute();
    await audit(call, `lateCode:${late.id}`, 'entry/useLateCode', { entryId, personId: me(call) });
    return {
      set: { late_until: at(late.endsAt), late_code_id: late.id },
      details: { codeId: late.id, lateUntil: toShanghai(late.endsAt) },
    };
  });
}
