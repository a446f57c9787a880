import { trainingContract } from '@shared/training/contract';
import { liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { procedure } from '../../rpc/procedure';
import { readEnrolments } from '../enrolment/enrolments';
import { enrolmentNoun, seatless } from '../enrolment/noun';
import { classOf } from './classes';
import { classNoun } from './noun';

/** Confirms a class, declines it, or calls it off with everybody in it. Who may, the lifecycle says. */
export const moveClass = procedure(
  trainingContract.moveClass,
  classOf,
  async (call, { classId, version, move: command, reason }, found) => {
    const moved = await move(call, classNoun, found, { command, version, input: { reason } });
    if (command !== 'cancel') return moved;
    const people = await readEnrolments(call, sql`e.class_id = ${classId} and e.state = any(${liveEnrolments})`);
    for (const one of people)
      await move(call, enrolmentNoun, one, { command: 'callOff', version: one.version }, async () => ({
        set: seatless,
      }));
    return moved;
  },
);
