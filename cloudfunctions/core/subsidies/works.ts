import { codeOf } from '@shared/benefits/application/kind';
import { paidState, subsidies } from '@shared/benefits/kinds/subsidy';
import { clashOf, itemOf, type SubsidyItem } from '@shared/benefits/kinds/subsidy/items';
import { formatYuan } from '@shared/kernel/money';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { type ApplicationHead, formAnswersOf, type Work, type Works } from '../benefits/queries';
import { addLines } from '../finance/queries';
import { unsealFrozen } from '../forms/sealed-values';
import { readFrozen } from '../forms/snapshots';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import { reckon } from './reckon';

export const paymentKind = 'subsidy';
const account = 'pay.account';

export const amountZh = (fen: number): string => `${formatYuan(fen)} 元`;

/** Refuses an item beside another of the same purpose that its person or business has, or has under way. */
async function insistAlone(call: Call, application: ApplicationHead, item: SubsidyItem, uscc: string): Promise<void> {
  // Two of one business are never handed in at once: of both the other is seen.
  await sql`select pg_advisory_xact_lock(hashtextextended('subsidies/stacking', 0))`.execute(call.db);
  const { rows } = await sql<{ policy: string; paid: boolean }>`select s.policy, a.state = ${paidState} as paid
    from subsidy s join application a on a.id = s.application_id
    where (s.person_id = ${application.applicantId} or s.uscc = ${uscc}) and a.id <> ${application.applicationId}
      and (a.live or a.state = ${paidState}) order by s.application_id`.execute(call.db);
  const has = rows.map(({ policy }) => policy);
  const clash = clashOf(item, has);
  if (clash === undefined) return;
  const standing = rows.some(({ policy, paid }) => policy === clash && paid) ? '已付款' : '正在办理';
  const whose = `本人或这个经营主体的“${itemOf(clash)?.zh ?? ''}”${standing}`;
  const why = clash === item.policy ? '同一项补贴不能重复享受' : `同类补贴不能重复享受，不能再申报“${item.zh}”`;
  throw new Refused('SUBSIDIES_STACKED', `${whose}，${why}`);
}

/** Reckons what it comes to as it is handed in: by the policy of that day, which is the one that judged it. */
const submitOf =
  (item: SubsidyItem): Work =>
  async (call, application) => {
    const answers = await formAnswersOf(call, application);
    const uscc = String(answers['business.uscc']);
    await insistAlone(call, application, item, uscc);
    const { amountFen, howZh } = await reckon(call, item, answers);
    const row = {
      person_id: application.applicantId,
      policy: item.policy,
      uscc,
      name_zh: String(answers['person.name']),
      amount_fen: amountFen,
      how_zh: howZh,
    };
    await call.db
      .insertInto('subsidy')
      .values({ application_id: application.applicationId, ...row })
      .onConflict((conflict) => conflict.column('application_id').doUpdateSet(row))
      .execute();
    const reckoned = { move: 'batch', at: toShanghai(call.now), answers: { amount: amountFen, how: howZh } };
    // What an earlier submission came to is not paid.
    const others = (application.details.records ?? []).filter(({ move }) => move !== reckoned.move);
    return { keeps: { records: [...others, reckoned] } };
  };

const subsidyOf = (call: Call, applicationId: string) =>
  call.db.selectFrom('subsidy').selectAll().where('application_id', '=', applicationId).executeTakeFirstOrThrow();

const list: Work = async (call, { applicationId }) => {
  const { amount_fen } = await subsidyOf(call, applicationId);
  return { facts: { detailZh: amountZh(Number(amount_fen)) } };
};

/** Hands the payment to finance with the account as it was handed in last. A second line of one that is paid, or may be, the database refuses. */
const payOf =
  (item: SubsidyItem, again: boolean): Work =>
  async (call, application) => {
    const { applicationId, applicantId, reference, kind } = application;
    const [row, answers, frozen] = await Promise.all([
      subsidyOf(call, applicationId),
      formAnswersOf(call, application),
      readFrozen(call, applicationId),
    ]);
    const value = frozen?.sealed.get(account);
    if (!frozen || !value) throw new Error('A subsidy that is to be paid has no account.');
    const plain = unsealFrozen(call, { kind, id: applicationId }, frozen.n, account, value);
    await addLines(call, { sourceKind: paymentKind, titleZh: item.zh }, [
      {
        sourceId: applicationId,
        personId: applicantId,
        payeeZh: String(answers['pay.payee']),
        uscc: row.uscc,
        account: { plain, masked: `**** ${plain.slice(-4)}` },
        amountFen: Number(row.amount_fen),
        itemZh: item.zh,
        aboutZh: reference,
        again,
      },
    ]);
    return {};
  };

/** What happens with the moves of each item, besides. */
export const subsidyWorks: Works = Object.fromEntries(
  subsidies.map(({ item, kind }) => [
    codeOf(kind),
    {
      submit: submitOf(item),
      list,
      batch: payOf(item, false),
      fix: payOf(item, true),
    },
  ]),
);
