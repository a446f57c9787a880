import { sealablePhone } from '@shared/forms/sealing';
import { startOfDay, toShanghai } from '@shared/kernel/shanghai';
import { classLifecycle } from '@shared/training/class/lifecycle';
import { trainingContract } from '@shared/training/contract';
import { trainerConsent } from '@shared/training/enrolment/consent';
import { countedEnrolments, liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { trainsFor } from '@shared/training/who';
import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { move } from '../../cases/move';
import { giveConsent } from '../../forms/consents';
import { putSealed } from '../../forms/sealed-values';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { insist, Refused } from '../../rpc/refused';
import { type ClassHead, classOf, lockClass } from '../class/classes';
import { freeSeats, settleFull, tidy } from '../class/seats';
import { trainingInForce } from '../in-force';
import { passportOf, rankBy } from './brought';
import { type EnrolmentHead, enrolmentOf } from './enrolments';
import { enrolmentNoun, enrolmentOwner, seatless } from './noun';
import { phoneField } from './phone-book';
import { takeVoucher } from './vouchers';

type Details = { name: string; phone: string | null; keyGroup: boolean; useVoucher: boolean; agreed: string };

/** Why nobody can enrol; null: one can. */
export const closedZh = ({ state, startsAt }: ClassHead, now: number): string | null =>
  now >= startsAt ? '已经开课，不能再报名' : takesPeople.includes(state) ? null : '这个班现在不能报名';

/** The states in which it has not begun. */
const takesPeople = classLifecycle.moves.start.from;

/** The class without its lock: what needs none is read first, and everybody who wants a seat waits the shorter. */
const unlocked: typeof classOf = (call, input) => classOf(call, input, false);

/** Takes a seat where one is free and nobody waits for it, else a place in line. */
export const enrol = procedure(trainingContract.enrol, unlocked, async (call, input, seen) => {
  const { classId, organisationId, title } = seen;
  const personId = me(call);
  insistNotTrainer(call, organisationId);
  // Two classes at once by one person are decided one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`enrolment:${personId}`}, 0))`.execute(call.db);
  await insistWithinQuota(call, seen);
  const passport = await passportOf(call);
  const phone = judgePhone(input, passport.phone);
  insistAgreed(input, seen);
  const voucherId = await takeVoucher(call, input.useVoucher);
  await lockClass(call, classId);
  const found = await tidy(call, classId);
  const closed = closedZh(found, call.now);
  if (closed !== null) throw new Refused('TRAINING_CLOSED', closed);
  const rank = rankBy(passport, input.keyGroup);
  const row = {
    class_id: classId,
    person_id: personId,
    name: input.name,
    key_group: input.keyGroup,
    rank,
    asked_at: at(call.now),
    voucher_id: voucherId,
  };
  const enrolmentId = await begin(call, enrolmentNoun, row, { classId });
  await keepDetails(call, enrolmentId, phone, found);
  const { initial, states } = enrolmentNoun.lifecycle;
  const begun = { enrolmentId, state: initial, version: 1 };
  const [seat] = found.waiting === 0 && found.free > 0 ? await freeSeats(call, classId) : [];
  if (seat === undefined) return { ...begun, stateZh: states[initial].public };
  const { startsAt } = found;
  const subject = { ...begun, classId, organisationId, personId, title, startsAt, offerEndsAt: null };
  const moved = await move(call, enrolmentNoun, subject, { command: 'confirm', version: 1 }, async () => ({
    set: { seat },
  }));
  if (found.free === 1) await settleFull(call, classId);
  return moved;
});

/** Who trains takes no seat of their own: they would keep their own list. */
function insistNotTrainer(call: Call, organisationId: string): void {
  if (call.actor && trainsFor(call.actor, organisationId))
    throw new Refused('TRAINING_CLOSED', '您是这家培训机构的人员，不能报名本机构的班');
}

/** Takes the seat that is offered; who came into line by a topic gives name and phone now. */
export const accept = procedure(trainingContract.accept, enrolmentOf, async (call, { version, details }, mine) => {
  const found = await classOf(call, mine, false);
  if (!found) throw new Refused('NOT_FOUND');
  insistNotTrainer(call, found.organisationId);
  const moved = await move(call, enrolmentNoun, mine, { command: 'accept', version }, async () => {
    if (mine.name !== null) return { set: { offer_ends_at: null } };
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

/** One class at a time, a course once, so many classes a year. */
async function insistWithinQuota(call: Call, { course, startsAt, terms }: ClassHead): Promise<void> {
  const year = Number(toShanghai(startsAt).slice(0, 4));
  const { rows } = await sql<{ title: string; live: boolean; same: boolean; inYear: boolean }>`
    select c.title, e.state = any(${liveEnrolments}) as live, c.course = ${course} as same,
      c.starts_at >= ${at(startOfDay(`${year}-01-01`))} and c.starts_at < ${at(startOfDay(`${year + 1}-01-01`))} as "inYear"
    from enrolment e join training_class c on c.id = e.class_id
    where e.person_id = ${me(call)} and e.state = any(${countedEnrolments})`.execute(call.db);
  const { sameCourse, classesAYear } = await trainingInForce(call.db);
  const live = rows.find((row) => row.live);
  const same = rows.filter((row) => row.same);
  const inYear = rows.filter((row) => row.inYear);
  const [first] = live ? [live] : same.length >= sameCourse ? same : inYear.length >= classesAYear ? inYear : [];
  if (!first) return;
  const said = live
    ? `您在“${first.title}”已有报名，一次只能报一个班。想换班请先取消那个报名`
    : same.length >= sameCourse
      ? `${terms.course.zh}每人参加 ${sameCourse} 次，您已参加过“${first.title}”`
      : `每人每年参加 ${classesAYear} 个班，您今年已参加“${first.title}”`;
  throw new Refused('TRAINING_QUOTA', said);
}
