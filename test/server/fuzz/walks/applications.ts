import { sampleApplication } from '@shared/benefits/access';
import { type ApplicationKind, codeOf } from '@shared/benefits/application/kind';
import { guaranteedLoan } from '@shared/benefits/kinds/guaranteed-loan';
import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { subsidies } from '@shared/benefits/kinds/subsidy';
import { guarantorHere, organisationHere } from '@shared/kernel/sample-cast';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { areas } from '../../../../cloudfunctions/core/areas';
import { callers, here, organisation } from '../../../../tools/docs/callers';
import { filled, saveAnswers, upload } from '../../../support/applications';
import { giveRole } from '../../../support/grant';
import { filledPlace, insertStanding, marks, passes } from '../../../support/incubation';
import { agreed, approved, lent } from '../../../support/loans';
import { keepShipped } from '../../../support/referrals';
import { filledSubsidy } from '../../../support/subsidies';
import type { CallersWorld } from '../../permissions/callers-world';
import type { Stage } from '../stage';
import type { Ask, NounWalk, Standing } from '../walk-noun';

const doers = ['leader', 'loanHere', 'officesHere', 'operatorHere', 'finance'] as const;
type Doer = Exclude<(typeof doers)[number], 'leader'>;
/** Whoever has neither entry nor application yet; or who pays, and applies too: what is their own they settle no more than anybody. */
type Applicant = 'formerMember' | 'finance';

/** Who makes a move of a kind, as its lifecycle says: the sample's leader is who applied; undefined: the clock. */
const doerOf = ({ lifecycle }: ApplicationKind, move: string): Doer | 'leader' | undefined =>
  doers.find((doer) =>
    [organisationHere, guarantorHere].some((organisationId) => {
      const actor = callers.find(({ kind }) => kind === doer)?.actor ?? null;
      return lifecycle.moves[move]?.by.decide(actor, { ...sampleApplication, organisationId }).ok;
    }),
  );

/** What fits an item, by what its amount goes. */
const graduate = { keyGroup: 'graduate', graduationYear: 2024 };
const fits = {
  once: {},
  person: { more: { people: 4 } },
  personMonth: { more: { people: 2, months: 12 } },
  year: { more: { years: 2 } },
};

type Answered = Readonly<Record<string, (today: string) => object>>;
type Kind = {
  kind: ApplicationKind;
  applicant: Applicant;
  begin(): Promise<string>;
  answers?: Answered;
  /** What has to be there before a move is made. */
  first?: Readonly<Record<string, (at: Standing) => Promise<unknown>>>;
  asks?: Readonly<Record<string, Ask>>;
  happens?: NounWalk['happens'];
  alike?: true;
};

/** Every kind of application: any move by its name, and what comes of other procedures by those too. */
export function applicationWalks(stage: Stage, { people, places }: CallersWorld): NounWalk[] {
  const { db, clock } = stage;
  /** Nobody else's clock runs out meanwhile. */
  const alone = () => db.updateTable('application').set({ lapses_at: null }).execute();
  const today = () => shanghaiDate(clock.now());
  const idOf = (doer: Doer | Applicant) => people[doer].personId;
  const own = idOf('formerMember');

  /** The instant comes at which its clock runs out, and the clock does what is due. */
  async function runsOut({ id }: Standing): Promise<void> {
    const { lapses_at } = await db
      .selectFrom('application')
      .select('lapses_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    clock.set(Number(lapses_at));
    await areas
      .flatMap(({ jobs = [] }) => jobs)
      .find(({ name }) => name === 'expireApplications')
      ?.run(stage.home);
  }

  function walkOf({ kind, applicant, begin, answers = {}, first = {}, asks = {}, happens, alike }: Kind): NounWalk {
    const { lifecycle } = kind;
    const byName =
      (move: string): Ask =>
      async (at) => {
        if (at.leadsOut) await first[move]?.(at);
        const doer = doerOf(kind, move) ?? 'leader';
        return stage.call(idOf(doer === 'leader' ? applicant : doer), 'benefits/moveApplication', {
          applicationId: at.id,
          version: at.version,
          move,
          reason: '按规定',
          faults: [{ section: kind.sections[0]?.code, text: '请核对' }],
          answers: answers[move]?.(today()) ?? {},
        });
      };
    const names = Object.keys(lifecycle.moves);
    const clocks = names.filter((move) => doerOf(kind, move) === undefined);
    const handsIn = [kind.submits, ...(kind.supplies ?? [])];
    const isNamed = (move: string) =>
      !clocks.includes(move) && (lifecycle.moves[move]?.elsewhere !== true || handsIn.includes(move));
    return {
      lifecycle,
      table: 'application',
      areas: ['benefits', 'lending', 'incubation', 'subsidies', 'finance'],
      async begin() {
        await alone();
        return begin();
      },
      asks: Object.fromEntries(
        names
          .map((move) => [move, asks[move] ?? (isNamed(move) ? byName(move) : null)])
          .flatMap(([move, ask]) => (ask === null ? [] : [[move, [ask]]])),
      ),
      inVain: Object.fromEntries(names.filter((move) => !isNamed(move)).map((move) => [move, [byName(move)]])),
      happens: { ...Object.fromEntries(clocks.map((move) => [move, runsOut])), ...happens },
      says: ['BENEFITS_NO_SUCH_MOVE', 'FINANCE_SETTLED', 'INCUBATION_NOBODY_WAITS', 'INCUBATION_PLACE_TAKEN'],
      ...(alike && { alike }),
    };
  }

  type Loan = { balanceFen: number; next: { interestFen: number } | null };
  const viewLoan = (id: string) => stage.ask<Loan>(idOf('officesHere'), 'lending/loan', { applicationId: id });
  const repay = (id: string, principalFen: number, interestFen: number) =>
    stage.call(idOf('officesHere'), 'lending/addRepayment', {
      applicationId: id,
      on: today(),
      principalFen,
      interestFen,
      serial: '',
    });
  /** What is due is paid, or all that was lent with the interest of the last days; where something was never lent, a little of it. */
  const repays =
    (all: boolean): Ask =>
    async ({ id, leadsOut }) => {
      const { balanceFen, next } = leadsOut ? await viewLoan(id) : { balanceFen: 100, next: null };
      return repay(id, all || !leadsOut ? balanceFen : 0, (next?.interestFen ?? 0) + (all ? 1_000_000 : 0));
    };
  const extension = { from: '2027-11-24', until: '2028-05-24' };
  /** It is extended while it is overdue, falls behind again, and pays what is due. */
  const catchesUpExtended: Ask = async (at) => {
    if (at.leadsOut) {
      const order = { version: at.version, move: 'extend', reason: '', faults: [], answers: extension };
      await stage.call(idOf('officesHere'), 'benefits/moveApplication', { applicationId: at.id, ...order });
      await runsOut(at);
    }
    return repays(false)(at);
  };
  const paper = (slot: string) => (at: Standing) => upload(stage, own, at.id, slot);
  const loan: Kind = {
    kind: guaranteedLoan,
    applicant: 'formerMember',
    async begin() {
      await keepShipped(stage, 'guaranteed-loan-national');
      const { applicationId } = await filled(stage, own, here);
      await saveAnswers(stage, own, applicationId, 'loan', { bank: organisation });
      return applicationId;
    },
    answers: {
      pass: () => ({ guarantor: guarantorHere }),
      agree: () => agreed,
      approve: () => approved,
      sign: (contractOn) => ({ contractOn, contractNo: 'HT-9' }),
      disburse: (disbursedOn) => ({ ...lent, disbursedOn }),
      extend: () => extension,
      compensate: (on) => ({ on, amount: 20_000_000 }),
      recover: (on) => ({ on }),
    },
    first: { supplyGuarantor: paper('credit_report'), agree: paper('credit_report') },
    asks: {
      settle: repays(true),
      catchUp: repays(false),
      catchUpExtended: catchesUpExtended,
    },
  };

  const subsidyOf = ({ item, kind }: (typeof subsidies)[number], i: number): Kind => {
    // Who pays applied here too: somebody else settles it, and they themselves in no way.
    const [applicant, payer] =
      i === 0 ? (['finance', people.stranger.personId] as const) : (['formerMember', idOf('finance')] as const);
    const line = (id: string) =>
      db.selectFrom('payment_line').select(['id', 'batch_id']).where('source_id', '=', id).orderBy('id', 'desc');
    const lineOf = async ({ id }: Standing) => (await line(id).executeTakeFirst()) ?? { id, batch_id: id };
    return {
      kind,
      applicant,
      async begin() {
        if (i === 0) await giveRole(db, payer, 'financeClerk', { kind: 'all' });
        await sql`delete from policy_version where code = ${item.policy}`.execute(db);
        await keepShipped(stage, item.policy);
        await sql`update policy_version set effective_to = null, definition = jsonb_set(definition, '{parameters}', (
            select jsonb_agg(p || '{"to": null}' || case when p ->> 'code' = 'mostTimes' and p ->> 'value' is null
              then '{"value": 2}'::jsonb else '{}' end)
            from jsonb_array_elements(definition -> 'parameters') p)) where code = ${item.policy}`.execute(db);
        return filledSubsidy(stage, idOf(applicant), codeOf(kind), {
          regionId: here,
          ...fits[item.per],
          ...(item.policy.includes('graduate') && { person: graduate }),
        });
      },
      asks: {
        pay: async (at) => {
          const { id, batch_id } = await lineOf(at);
          return stage.call(payer, 'finance/markPaid', { batchId: batch_id, lineIds: [id], paidOn: today() });
        },
        fail: async (at) =>
          stage.call(payer, 'finance/markFailed', { lineId: (await lineOf(at)).id, reason: '户名不符' }),
      },
      ...(i > 0 && { alike: true }),
    };
  };

  /** The one place of the site that is applied for. */
  const freePlace = () =>
    db
      .selectFrom('place as p')
      .innerJoin('place_site as s', 's.id', 'p.site_id')
      .select(['p.id as placeId', 's.id as siteId'])
      .where('s.organisation_id', '=', places.bare)
      .executeTakeFirstOrThrow();
  const place: Kind = {
    kind: incubatorPlace,
    applicant: 'formerMember',
    async begin() {
      await keepShipped(stage, 'incubator-place');
      const words = { nameZh: '演示新基地', addressZh: '蒲城镇西关街', aboutZh: '' };
      const { siteId } = await stage.ask<{ siteId: string }>(idOf('operatorHere'), 'incubation/makeSite', {
        organisationId: places.bare,
        regionId: here,
        ...words,
      });
      const desk = { floor: 1, code: 'N0', type: 'desk', detailZh: '', rentFen: 30_000, many: 1 };
      await stage.ask(idOf('operatorHere'), 'incubation/savePlace', { siteId, version: 1, placeId: null, ...desk });
      return filledPlace(stage, own, {
        place: { operator: places.bare, type: 'desk', people: 2, safety: '无' },
      });
    },
    answers: {
      pass: () => passes.answers,
      admit: () => marks(80, 80, 80).answers,
      failMark: () => marks(40, 40, 40).answers,
      sign: (from) => ({ number: '演示 8', from }),
      renew: () => ({ number: '演示 9' }),
      warn: () => ({ ground: 'breach' }),
    },
    first: {
      // In the last weeks of the agreement, and once the days of a notice are over.
      askRenewal: async ({ id }) => {
        const { rows } = await sql<{
          ends: number;
        }>`select ends_at as ends from tenancy where application_id = ${id}`.execute(db);
        clock.set(Number(rows[0]?.ends) - 30 * 86_400_000);
      },
      remove: async () => clock.pass(20 * 86_400_000),
    },
    asks: {
      offer: async () => stage.call(idOf('operatorHere'), 'incubation/offer', await freePlace()),
    },
    happens: {
      // Who was offered it before does not answer in time.
      async offerNext() {
        const { siteId, placeId } = await freePlace();
        const [other = ''] = await insertStanding(stage, [{ state: 'offered' }], {
          siteId,
          organisationId: places.bare,
        });
        const ends = new Date(clock.now() + 3_600_000);
        await sql`update application set lapses_at = ${ends} where id = ${other}`.execute(db);
        await sql`insert into tenancy (id, place_id, site_id, application_id, person_id, kind, starts_at, stands, lapses_at)
          select gen_random_uuid(), ${placeId}, ${siteId}::uuid, id, applicant_id, 'hold', ${new Date(clock.now())}, true, ${ends}
          from application where id = ${other}`.execute(db);
        await runsOut({ id: other, version: 1, state: 'offered', leadsOut: true });
      },
    },
  };

  return [loan, place, ...subsidies.map(subsidyOf)].map(walkOf);
}
