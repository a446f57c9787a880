import { sql } from 'kysely';
import { tidyClasses } from '../../../../cloudfunctions/core/training/class/by-the-clock';
import { classLifecycle } from '../../../../src/shared/training/class/lifecycle';
import { enrolmentLifecycle } from '../../../../src/shared/training/enrolment/lifecycle';
import { organisation } from '../../../../tools/docs/callers';
import { details, fourHalfDays, plan } from '../../../support/training';
import type { CallersWorld } from '../../permissions/callers-world';
import type { Stage } from '../stage';
import type { Ask, NounWalk, Standing } from '../walk-noun';

const begins = Date.parse('2026-12-07T08:30:00+08:00');

/** Classes, and who is in them or in line. */
export function trainingWalks(stage: Stage, { people }: CallersWorld): NounWalk[] {
  const [trainer, city, first, own] = [people.trainerHere, people.city, people.formerMember, people.editor].map(
    ({ personId }) => personId,
  ) as [string, string, string, string];

  const propose = async (capacity: number): Promise<string> => {
    const planned = plan({ organisationId: organisation, capacity });
    return (await stage.ask<{ classId: string }>(trainer, 'training/proposeClass', planned)).classId;
  };
  const moveClass =
    (as: string, move: string): Ask =>
    ({ id, version }) =>
      stage.call(as, 'training/moveClass', { classId: id, version, move, reason: '老师生病' });
  const open = async (capacity: number): Promise<string> => {
    const id = await propose(capacity);
    await moveClass(city, 'approve')({ id, version: 1, state: 'proposed', leadsOut: true });
    return id;
  };
  const enrol = (as: string, classId: string) => stage.call(as, 'training/enrol', { classId, ...details() });
  const seatOf = (as: string, classId: string) =>
    stage.db
      .selectFrom('enrolment')
      .select(['id as enrolmentId', 'version'])
      .where('person_id', '=', as)
      .where('class_id', '=', classId)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
  const leave = async (as: string, classId: string) => stage.call(as, 'training/cancel', await seatOf(as, classId));
  const comesTo = async (instant: number) => {
    stage.clock.set(instant);
    await tidyClasses(stage.home);
  };
  const classOf = async (enrolmentId: string) =>
    stage.db
      .selectFrom('training_class as c')
      .innerJoin('enrolment as e', 'e.class_id', 'c.id')
      .select(['c.id', 'c.version', 'e.offer_ends_at', 'e.person_id'])
      .where('e.id', '=', enrolmentId)
      .executeTakeFirstOrThrow();

  /** Ends the class of somebody, once it is said of every half-day who was there, and how the test went. */
  const ends =
    (present: boolean, test: boolean): Ask =>
    async ({ id, leadsOut }) => {
      const { id: classId } = await classOf(id);
      if (leadsOut) {
        stage.clock.set(begins + 2 * 86_400_000);
        for (const n of [1, 2, 3, 4])
          await stage.ask(trainer, 'training/saveAttendance', {
            classId,
            n,
            version: 0,
            present: present ? [id] : [],
            reason: '',
          });
        if (present) await stage.ask(trainer, 'training/judge', { classId, enrolmentId: id, plan: null, test });
      }
      const { version } = await classOf(id);
      return stage.call(trainer, 'training/finish', { classId, version });
    };
  const ownAct =
    (name: 'accept' | 'cancel'): Ask =>
    ({ id, version }) =>
      stage.call(own, `training/${name}`, {
        enrolmentId: id,
        version,
        ...(name === 'accept' && { details: null }),
      });

  const enrolment: NounWalk = {
    lifecycle: enrolmentLifecycle,
    table: 'enrolment',
    areas: ['training'],
    async begin() {
      const classId = await open(1);
      await enrol(first, classId);
      await enrol(own, classId);
      return (await seatOf(own, classId)).enrolmentId;
    },
    asks: {
      accept: [ownAct('accept')],
      cancel: [ownAct('cancel')],
      complete: [ends(true, true)],
      fail: [ends(true, false)],
      miss: [ends(false, false)],
      callOff: [
        async ({ id }) => {
          const { id: classId, version } = await classOf(id);
          return moveClass(trainer, 'cancel')({ id: classId, version, state: '', leadsOut: true });
        },
      ],
    },
    happens: {
      offer: async ({ id }) => leave(first, (await classOf(id)).id),
      lapse: async ({ id }) => comesTo(Number((await classOf(id)).offer_ends_at)),
      close: () => comesTo(begins),
      attend: () => comesTo(begins),
    },
    says: ['TRAINING_CLASS_MOVE_NOT_ALLOWED', 'TRAINING_UNFINISHED', 'TRAINING_BEGUN'],
  };

  const lastSeat = ({ id }: Standing) => enrol(first, id);
  const trainingClass: NounWalk = {
    lifecycle: classLifecycle,
    table: 'training_class',
    areas: ['training'],
    begin: () => propose(1),
    asks: {
      approve: [moveClass(city, 'approve')],
      decline: [moveClass(city, 'decline')],
      cancel: [moveClass(city, 'cancel'), moveClass(trainer, 'cancel')],
      reschedule: [
        ({ id, version }) =>
          stage.call(trainer, 'training/reschedule', {
            classId: id,
            version,
            room: plan().room,
            halfDays: fourHalfDays,
          }),
      ],
      finish: [
        async ({ id, version, leadsOut }) => {
          if (leadsOut)
            await sql`update class_half_day set saved_at = ${new Date(begins)}, version = 1 where class_id = ${id}`.execute(
              stage.db,
            );
          return stage.call(trainer, 'training/finish', { classId: id, version });
        },
      ],
    },
    happens: {
      fill: lastSeat,
      reopen: ({ id }) => leave(first, id),
      start: () => comesTo(begins),
    },
    says: ['TRAINING_BEGUN'],
  };

  return [trainingClass, enrolment];
}
