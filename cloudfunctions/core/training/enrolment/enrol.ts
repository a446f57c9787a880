import { sealablePhone } from '@shared/forms/sealing';
import { classLifecycle } from '@shared/training/class/lifecycle';
import { trainingContract } from '@shared/training/contract';
import { trainerConsent } from '@shared/training/enrolment/consent';
import { liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { trainsFor } from '@shared/training/who';
import { sql, type Updateable } from 'kysely';
import { begin } from '../../cases/begin';
import { move } from '../../cases/move';
import { giveConsent } from '../../forms/consents';
import { putSealed } from '../../forms/sealed-values';
import { audit } from '../../platform/audit/audit';
import { at, type Database } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { insist, Refused } from '../../rpc/refused';
import { type ClassHead, classOf, lockClass } from '../class/classes';
import { freeSeats, settleFull, tidy } from '../class/seats';
import { passportOf, rankBy } from './brought';
import { type EnrolmentHead, enrolmentOf, readEnrolments } from './enrolments';
import { enrolmentNoun, enrolmentOwner, seatless } from './noun';
import { phoneField } from './phone-book';
import { insistWithinQuota, takeTurns } from './quota';
import { takeVoucher } from './vouchers';

type Details = { name: string; phone: string | null; keyGroup: boolean; useVoucher: boolean; agreed: string };

/** Why nobody can enrol; null: one can. */
export const closedZh = ({ state, startsAt }: ClassHead, now: number): string | null =>
  now >= startsAt ? '已经开课，不能再报名' : takesPeople.includes(state) ? null : '这个班现在不能报名';

/** The states in which it has not begun. */
const takesPeople = classLifecycle.moves.start.from;

/** The class without its lock: what needs none is read first, and everybody who wants a seat waits the shorter. */
const unlocked: typeof classOf = (call, input) => classOf(call, input, false);

/** Takes a seat where one is free and nobody waits for it, else a place in line. Who is in that line already by its topic goes on with the place they have. */
export const enrol = procedure(trainingContract.enrol, unlocked, async (call, input, seen) => {
  const { classId } = seen;
  insistNotTrainer(call, seen.organisationId);
  await takeTurns(call, [me(call)]);
  await insistWithinQuota(call, seen);
  const passport = await passportOf(call);
  const phone = judgePhone(input, passport.phone);
  insistAgreed(input, seen);
  const voucher_id = await takeVoucher(call, input.useVoucher);
  await lockClass(call, classId);
  const found = await tidy(call, classId);
  const closed = closedZh(found, call.now);
  if (closed !== null) throw new Refused('TRAINING_CLOSED', closed);
  const row = { name: input.name, key_group: input.keyGroup, voucher_id, rank: rankBy(passport, input.keyGroup) };
  const placed = found.topicId === null ? null : await ownIn(call, classId);
  if (placed) {
    await keepDetails(call, placed.enrolmentId, phone, found);
    return goOn(call, placed, row);
  }
  const enrolmentId = await begin(
    call,
    enrolmentNoun,
    { ...row, class_id: classId, person_id: me(call), asked_at: at(call.now) },
    { classId },
  );
  await keepDetails(call, enrolmentId, phone, found);
  return seatIfFree(call, enrolmentId, found);
});

async function ownIn(call: Call, classId: string): Promise<EnrolmentHead | null> {
  const where = sql`e.class_id = ${classId} and e.person_id = ${me(call)} and e.state = any(${liveEnrolments})`;
  return (await readEnrolments(call, where))[0] ?? null;
}

/** A seat at once for somebody who has just come, where one is free and nobody waits for it; else they stand in line. */
async function seatIfFree(call: Call, enrolmentId: string, found: ClassHead) {
  const { initial, states } = enrolmentNoun.lifecycle;
  const begun = { enrolmentId, state: initial, version: 1 };
  const { classId, organisationId, title, startsAt } = found;
  const [seat] = found.waiting === 0 && found.free > 0 ? await freeSeats(call, classId) : [];
  if (seat === undefined) return { ...begun, stateZh: states[initial].public };
  const subject = { ...begun, classId, organisationId, personId: me(call), title, startsAt, offerEndsAt: null };
  const moved = await move(call, enrolmentNoun, subject, { command: 'confirm', version: 1 }, async () => ({
    set: { seat },
  }));
  if (found.free === 1) await settleFull(call, classId);
  return moved;
}

/** The place that the topic gave, with what its person says of themselves: a seat that is offered there they have asked for by now, and without one they wait. */
async function goOn(call: Call, placed: EnrolmentHead, row: Updateable<Database['enrolment']>) {
  const { enrolmentId, state, version } = placed;
  if (state === 'offered')
    return move(call, enrolmentNoun, placed, { command: 'accept', version }, async () => ({
      set: { ...row, offer_ends_at: null },
    }));
  await call.db.updateTable('enrolment').set(row).where('id', '=', enrolmentId).execute();
  await audit(call, `enrolment:${enrolmentId}`, 'training/enrol', { classId: placed.classId });
  return { enrolmentId, state, stateZh: enrolmentNoun.lifecycle.states[state].public, version };
}

/** Who trains takes no seat of their own: they would keep their own list. */
function insistNotTrainer(call: Call, organisationId: string): void {
  if (call.actor && trainsFor(call.actor, organisationId))
    throw new Refused('TRAINING_CLOSED', '您是这家培训机构的人员，不能报名本机构的班');
}

/** Takes the seat that is offered; who came into line by a topic gives name and phone now, and is asked what others are asked as they enrol. */
export const accept = procedure(trainingContract.accept, enrolmentOf, async (call, { version, details }, mine) => {
  const found = await classOf(call, mine, false);
  if (!found) throw new Refused('NOT_FOUND');
  insistNotTrainer(call, found.organisationId);
  const moved = await move(call, enrolmentNoun, mine, { command: 'accept', version }, async () => {
    if (mine.name !== null) return { set: { offer_ends_at: null } };
    await insistWithinQuota(call, found);
    if (details === null)
      throw new Refused('TRAINING_DETAILS_WRONG', '请填写姓名和手机号', { name: '请填写姓名', phone: '请填写手机号' });
    const passport = await passportOf(call);
    const phone = judgePhone(details, passport.phone);
    insistAgreed(details, found);
    await keepDetails(call, mine.enrolmentId, phone, found);
    const voucher_id = await takeVoucher(call, details.useVoucher);
    return { set: { offer_ends_at: null, name: details.name, key_group: details.keyGroup, voucher_id } };
  });
  return moved;
});

/** Gives up a seat, an offer or a place in line; before the class begins the voucher comes back, and whoever is next is offered the seat at once. */
export const cancel = procedure(trainingContract.cancel, enrolmentOf, async (call, { version }, mine) => {
  const moved = await leave(call, mine, version);
  await tidy(call, mine.classId);
  return moved;
});

export const leave = (call: Call, mine: EnrolmentHead, version: number) =>
  move(call, enrolmentNoun, mine, { command: 'cancel', version }, async () => ({
    set: call.now < mine.startsAt ? seatless : { seat: null, offer_ends_at: null },
  }));

function judgePhone({ phone }: Details, own: () => string | null) {
  const typed = phone ?? own() ?? '';
  const judged = sealablePhone(typed);
  if (!judged.ok) throw new Refused('TRAINING_DETAILS_WRONG', undefined, { phone: judged.message });
  return insist(judged).value;
}

function insistAgreed({ agreed }: Details, { organisationZh }: ClassHead): void {
  if (agreed !== trainerConsent(organisationZh).version) throw new Refused('FORM_CONSENT_FIRST');
}

async function keepDetails(
  call: Call,
  enrolmentId: string,
  phone: { plain: string; masked: string },
  { organisationZh }: ClassHead,
): Promise<void> {
  await giveConsent(call, enrolmentId, trainerConsent(organisationZh));
  await putSealed(call, enrolmentOwner(enrolmentId), phoneField, phone);
}
