import type { ApplicationDetails } from '@shared/benefits/application/details';
import { type ApplicationKind, codeOf } from '@shared/benefits/application/kind';
import { lastOf } from '@shared/benefits/application/subject';
import { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { onlyTheClock } from '@shared/kernel/define-access';
import { sql } from 'kysely';
import { type Moved, move } from '../../cases/move';
import { sweep } from '../../cases/sweep';
import { readUploadRows } from '../../files/upload-rows';
import { forgetValues } from '../../forms/sealed-values';
import { at, json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { askingProcedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { ownOf } from './files';
import { handIn, sendBack } from './hand-in';
import { holderIn, nounOf } from './nouns';
import { deskOfParty } from './offices';
import { judgeHandedIn } from './read-by-offices';
import { hear } from './records';
import { type ApplicationHead, applicationOf, applicationsOf } from './subjects';
import type { Order, Work, Worked, Works } from './works';

/** Makes a move of an application of whatever kind, with all that goes with it. The row must be locked. */
export type Mover = (call: Call, application: ApplicationHead, order: Order) => Promise<Moved<'applicationId'>>;

/** A move that asks for nothing. */
export const plainOrder = (command: string, version: number | null): Order => ({
  move: command,
  version,
  reason: '',
  faults: [],
  answers: {},
});

/** The applicant's own move out, by every kind's name for it. */
export const ownWayOut = 'withdraw';

/** The mover that does what the areas of the kinds do besides. */
export const moverOf =
  (works: Works): Mover =>
  (call, application, order) =>
    moveWith(call, application, order, works[application.kind]?.[order.move]);

/** The same where the caller itself says what happens besides: a procedure of a kind's own area. */
export function moveWith(call: Call, application: ApplicationHead, order: Order, own?: Work) {
  const { kind } = ownOf(application);
  const { move: command, version, reason } = order;
  return move(call, nounOf(kind), application, { command, version, input: { reason } }, () =>
    workOf(call, application, order, own),
  );
}

/** What happens with a move: its answers are judged, the form is frozen or sent back, the kind's own work is done; whoever has it next is written down. */
async function workOf(call: Call, application: ApplicationHead, order: Order, own: Work | undefined): Promise<Worked> {
  const { kind } = ownOf(application);
  const { details } = application;
  const { recorded, sealed, chosen } = await hear(call, kind, application, order.move, order.answers);
  const handsIn = order.move === kind.submits || kind.supplies?.includes(order.move) === true;
  const ground: Worked = handsIn
    ? await handIn(call, kind, application, order)
    : kind.returns.includes(order.move)
      ? await sendBack(call, kind, application, order)
      : {};
  const answers = recorded?.answers ?? {};
  const done: Worked = (await own?.(call, application, { ...order, answers, sealed })) ?? {};
  const keeps: ApplicationDetails = { ...details, ...ground.keeps, ...done.keeps };
  const after: ApplicationDetails = {
    ...keeps,
    chosen: { ...keeps.chosen, ...chosen },
    records: [...(keeps.records ?? []), ...(recorded === null ? [] : [recorded])],
  };
  // It cannot come back, so nobody needs these any more (PIPL art. 47).
  if (order.move === ownWayOut) await forgetValues(call.db, [application.applicationId]);
  const next = nextOf(application, order.move);
  const office = await layWith(call, application, next, after);
  const organisation_id = office?.organisationId ?? null;
  return {
    facts: {
      ...ground.facts,
      ...done.facts,
      organisationId: organisation_id,
      ...(office !== null && { holderZh: holderIn(kind, next, application, office.nameZh) }),
      papersZh: await papersAskedIn(call, application, next),
    },
    details: { ...ground.details, ...done.details },
    set: { ...ground.set, ...done.set, organisation_id, details: json(after) },
  };
}

/** Where a move leads. */
function nextOf(application: ApplicationHead, command: string): string {
  const to = ownOf(application).kind.lifecycle.moves[command]?.to;
  return typeof to === 'function' ? to(application) : (to ?? application.state);
}

/** The documents that are asked for while it stands there, as its page does, and were not sent yet, in words; null: none. */
async function papersAskedIn(call: Call, application: ApplicationHead, next: string): Promise<string | null> {
  const { applicationId } = application;
  const open = ownOf(application).kind.slots.filter(
    ({ opensIn, needed }) => opensIn?.includes(next) === true && needed({}),
  );
  if (open.length === 0) return null;
  const uploads = await readUploadRows(call.db, applicationId);
  const asked = open.filter(
    ({ code }) => !uploads.some((file) => file.slot === code && file.state !== 'refused' && file.removed_at === null),
  );
  return asked.length === 0 ? null : asked.map(({ zh }) => zh).join('、');
}

/** With which organisation an application lies in its next state, which is written down as it comes to it; null: with none. */
async function layWith(
  call: Call,
  application: ApplicationHead,
  next: string,
  { chosen = {} }: ApplicationDetails,
): Promise<{ organisationId: string; nameZh: string } | null> {
  const { kind } = ownOf(application);
  const party = kind.party(next);
  if (party === null || deskOfParty(kind, party)?.place !== 'organisation') return null;
  const organisationId = chosen[party];
  if (organisationId === undefined) throw new Refused('BENEFITS_NO_OFFICE');
  const last = lastOf(application.organisations, party);
  if (last?.organisationId === organisationId) return last;
  await call.db
    .insertInto('application_party')
    .values({
      application_id: application.applicationId,
      party,
      organisation_id: organisationId,
      since: at(call.now),
    })
    .execute();
  const { nameZh } = await call.db
    .selectFrom('organisation')
    .select('name_zh as nameZh')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return { organisationId, nameZh };
}

/**
 * Whether anybody may ask for a move by its name. What has a page of its own is made by the procedure behind that page, with all that it judges and
 * writes, such as a payment that was entered; but for what hands in, which is asked for here. What the clock makes nobody asks for.
 */
function isAsked({ lifecycle, submits, supplies = [] }: ApplicationKind, name: string): boolean {
  if (!Object.hasOwn(lifecycle.moves, name)) return false;
  const { by, elsewhere } = lifecycle.moves[name] ?? {};
  return by !== onlyTheClock && (elsewhere !== true || name === submits || supplies.includes(name));
}

/** A move of whatever kind by its name; who may, and when, its lifecycle says. */
export const moveApplicationBy = (mover: Mover) =>
  askingProcedure(
    benefitsContract.moveApplication,
    applicationOf,
    judgeHandedIn,
    (call, { answers = {}, ...order }, application) => {
      const { kind } = ownOf(application);
      if (!isAsked(kind, order.move)) throw new Refused('BENEFITS_NO_SUCH_MOVE');
      return mover(call, application, { ...order, answers });
    },
  );

/** By the clock: what was not done in time, of every kind. */
export const expireApplicationsBy =
  (mover: Mover) =>
  async (home: Home): Promise<number> => {
    let ended = 0;
    for (const kind of kinds) {
      const commands = Object.keys(kind.lifecycle.moves).filter(
        (name) => kind.lifecycle.moves[name]?.by === onlyTheClock && kind.lifecycle.moves[name]?.elsewhere !== true,
      );
      for (const command of commands)
        ended += await sweep(home, nounOf(kind), {
          command,
          due: 'lapses_at',
          only: sql`kind = ${codeOf(kind)}`,
          load: applicationsOf,
          make: (call, application) => mover(call, application as ApplicationHead, plainOrder(command, null)),
        });
    }
    return ended;
  };
