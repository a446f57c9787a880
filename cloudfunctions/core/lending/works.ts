import type { Recorded } from '@shared/benefits/application/details';
import { units } from '@shared/benefits/application/units';
import { borrowerIn, partnersIn } from '@shared/benefits/kinds/guaranteed-loan/borrower';
import { figureOn, type RuleVersion } from '@shared/benefits/loan/figures';
import {
  type Derived,
  extensionMonths,
  firmCap,
  personCap,
  rateCap,
  subsidisedCap,
} from '@shared/benefits/loan/limits';
import { maturityOf, quarterEndAfter } from '@shared/benefits/loan/periods';
import { type WaiverFacts, waiversOf } from '@shared/benefits/loan/waivers';
import type { Answers } from '@shared/forms/question';
import { formatYuan } from '@shared/kernel/money';
import { addDays, addMonths, formatDayZh, shanghaiDate } from '@shared/kernel/shanghai';
import { sameName } from '@shared/kernel/typed/typed';
import { ledgerOf, owedOn } from '@shared/lending/ledger';
import { percentZh } from '@shared/policies/benefits';
import { sql } from 'kysely';
import { type ApplicationHead, formAnswersOf, type Work, type Works } from '../benefits/queries';
import { readSnapshot } from '../forms/snapshots';
import { breaksUnique } from '../platform/broken-constraint';
import { seal } from '../platform/crypto/seal';
import { knownFactsOf, versionsOn } from '../policies/queries';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import { lapsing } from './follow';
import { type Reckoned, reckoned } from './loan-rows';

const today = (call: Call): string => shanghaiDate(call.now);

const wrong = (fields: Record<string, string>) => new Refused('BENEFITS_ANSWERS_WRONG', undefined, fields);
const lentAlready = () => wrong({ disbursedOn: '这个合同编号已经登记过放款' });

const recorded = (records: readonly Recorded[] | undefined, move: string): Answers =>
  (records ?? []).filter((record) => record.move === move).at(-1)?.answers ?? {};

/** The rule by which the application was judged, in the version of a day; null: it has no figures then. */
async function ruleOn(call: Call, { details }: ApplicationHead, day: string): Promise<RuleVersion | null> {
  const [version] = await versionsOn(call.db, day, details.judged?.policy ?? '');
  return version?.definition ? { ...version, parameters: version.definition.parameters } : null;
}

/**
 * The most that the rule lends: a firm's, a person's, or that of all partners together. Where no version names a partnership's, each lends as to one person.
 * Null: the rule has no figure on that day.
 */
function capOf(rule: RuleVersion | null, said: Answers, day: string): Derived | null {
  if (rule === null) return null;
  if (borrowerIn(said) === 'firm') return firmCap([rule], day);
  return personCap([rule], day, partnersIn(said)) ?? personCap([rule], day);
}

/** No more than the rule lends, whoever borrows. */
function insistCap(rule: RuleVersion | null, said: Answers, amountFen: unknown, day: string): void {
  const cap = capOf(rule, said, day);
  if (cap === null) throw wrong({ amount: '今天没有适用的额度规定，请先请市级统筹人员核对政策' });
  if (typeof amountFen === 'number' && amountFen > cap.value)
    throw wrong({ amount: `按规定最高 ${units.wan.words(cap.value)}` });
}

/** A waiver's ground has to hold: the award's level is what its record says, never what somebody thinks it is. */
const agree: Work = async (call, application, { answers }) => {
  const rule = await ruleOn(call, application, today(call));
  const said = await formAnswersOf(call, application);
  insistCap(rule, said, answers.amount, today(call));
  if (answers.counter !== 'waived') return {};
  const known = await knownFactsOf(call.db, application.applicantId);
  const grade = known.awardGrade?.value;
  const most = rule && figureOn([rule], 'waiverMostFen', today(call));
  const facts: WaiverFacts = {
    ...(typeof answers.amount === 'number' && { amountFen: answers.amount }),
    borrower: borrowerIn(said),
    ...((grade === 'city' || grade === 'county') && { awardGrade: grade }),
  };
  const found = waiversOf(facts, most?.value ?? null).find(({ code }) => code === answers.ground);
  if (answers.ground === 'amount_le_100k' && !most && borrowerIn(said) === 'person')
    throw wrong({ ground: '政策里没有免除反担保的限额，请先请市级统筹人员录入' });
  // What the record or the rule says is asked of them; the others the guarantor looks at.
  const stated = ['city_level_honour', 'amount_le_100k'].includes(String(answers.ground));
  if (stated ? found?.holds !== true : found?.holds === false)
    throw wrong({ ground: found?.whyZh ?? '请选择免除的依据' });
  return { facts: { detailZh: null } };
};

/** The rate may not pass what the month's LPR allows; a month without one is unknown, and nothing is approved by the last one. */
async function insistRate(call: Call, application: ApplicationHead, rateBp: unknown, day: string, field: string) {
  const rule = await ruleOn(call, application, day);
  const cap = rule && rateCap([rule], day);
  if (!cap) throw wrong({ [field]: `${day.slice(0, 7)} 的 LPR 还没有录入，利率上限核对不了，请先请市级统筹人员录入` });
  if (typeof rateBp === 'number' && rateBp > cap.value)
    throw wrong({ [field]: `年利率上限是 ${percentZh(cap.value)}` });
}

const approve: Work = async (call, application, { answers }) => {
  await insistRate(call, application, answers.rate, today(call), 'rate');
  const rule = await ruleOn(call, application, today(call));
  const said = await formAnswersOf(call, application);
  insistCap(rule, said, answers.amount, today(call));
  const most = rule && figureOn([rule], borrowerIn(said) === 'firm' ? 'firmMonths' : 'personMonths', today(call));
  if (most && typeof answers.months === 'number' && answers.months > most.value)
    throw wrong({ months: `最长 ${most.value} 个月` });
  return {};
};

const sign: Work = async (call, application, { answers }) => {
  const { rate } = recorded(application.details.records, 'approve');
  await insistRate(call, application, rate, String(answers.contractOn), 'contractOn');
  return {};
};

const answered = async (call: Call, applicationId: string, section: string, field: string): Promise<string> => {
  const frozen = await readSnapshot(call, applicationId);
  const lines = frozen?.data.parts.find((part) => part.section === section)?.lines ?? [];
  return lines.find((line) => line.field === field)?.value ?? '';
};

export const loanAccountPlace = (loanId: string): string => `loan:${loanId}:account`;

/** Where the borrower's name stands in the form. */
const borrowerPlace: Record<ReturnType<typeof borrowerIn>, [section: string, field: string]> = {
  person: ['person', 'name'],
  firm: ['business', 'entityName'],
};

/** Lends: the loan's own row with what decides its subsidy, frozen as of the contract. */
const disburse: Work = async (call, application, { answers, sealed }) => {
  const { records } = application.details;
  const approved = recorded(records, 'approve');
  const { contractOn, contractNo } = recorded(records, 'sign');
  const rule = await ruleOn(call, application, String(contractOn));
  const said = await formAnswersOf(call, application);
  const of = borrowerIn(said);
  const cap =
    rule &&
    (subsidisedCap(rule, of, String(contractOn), partnersIn(said)) ?? subsidisedCap(rule, of, String(contractOn)));
  const share = rule && figureOn([rule], 'subsidyShare', String(contractOn));
  const bankId = application.organisationId;
  if (!rule || !cap || !share || bankId === null)
    throw wrong({ disbursedOn: '合同签订日没有适用的贴息规定，不能登记放款' });
  const id = application.applicationId;
  const disbursedOn = String(answers.disbursedOn);
  const uscc = await answered(call, id, 'business', 'uscc');
  const row = {
    id,
    bank_id: bankId,
    applicant_id: application.applicantId,
    region_id: application.regionId,
    borrower_zh: await answered(call, id, ...borrowerPlace[of]),
    uscc: uscc === '' ? null : uscc,
    payee_zh: String(answers.payee),
    account_sealed: seal(sealed.account ?? '', call.home.keys[0], loanAccountPlace(id)),
    account_masked: String(answers.account),
    about_zh: application.details.rankZh ?? null,
    contract_no: String(contractNo),
    principal_fen: Number(answers.amount),
    rate_bp: Number(approved.rate),
    method: String(approved.method),
    accrual: String(approved.accrual),
    months: Number(approved.months),
    disbursed_on: disbursedOn,
    cap_fen: cap.value,
    share_bp: share.value,
    subsidy_until: rule.effectiveTo === null ? null : addDays(rule.effectiveTo, 1),
    rule_zh: `${application.details.judged?.docNo ?? ''}，政策第 ${rule.version} 版`,
    extended_from: null,
    extended_to: null,
    balance_fen: Number(answers.amount),
    next_due: null,
    reminded_for: null,
    drafts_on: quarterEndAfter(disbursedOn),
  };
  const { rows: others } = await sql<{
    no: string;
  }>`select contract_no as no from loan where bank_id = ${bankId}`.execute(call.db);
  if (others.some(({ no }) => sameName(no, row.contract_no))) throw lentAlready();
  try {
    await call.db.insertInto('loan').values(row).execute();
  } catch (error) {
    if (breaksUnique(error, 'loan_bank_id_contract_no_key')) throw lentAlready();
    throw error;
  }
  const book = await reckoned(call, id);
  const next = book.ledger.next?.on ?? null;
  await call.db.updateTable('loan').set({ next_due: next }).where('id', '=', id).execute();
  return {
    set: lapsing(book),
    facts: { detailZh: `${formatDayZh(disbursedOn)}放款 ${formatYuan(row.principal_fen)} 元` },
  };
};

const insist = (fields: Record<string, string>): void => {
  if (Object.keys(fields).length > 0) throw wrong(fields);
};

/** An extension begins while the loan runs, and ends after the day on which it was to be paid back, no later than the rule lets it. */
function insistExtension(matures: string, most: number, { from, until }: { from: string; until: string }): void {
  const last = addMonths(matures, most);
  insist({
    ...(from > matures && { from: `不能晚于到期日（${matures}）` }),
    ...(until <= matures && { until: `要晚于到期日（${matures}）` }),
    ...(until > last && { until: `最多展期 ${most} 个月，不能晚于 ${last}` }),
  });
}

/** Once, and never back: from its first day there is no subsidy. */
const extend: Work = async (call, application, { answers }) => {
  const { applicationId } = application;
  const { loan, lent } = await reckoned(call, applicationId);
  if (loan.extendedFrom) throw wrong({ from: '已经展期过一次，不能再展期' });
  const [from, until] = [String(answers.from), String(answers.until)];
  const most = extensionMonths(await ruleOn(call, application, today(call)), today(call));
  insistExtension(maturityOf(lent), most, { from, until });
  await call.db
    .updateTable('loan')
    .set({ extended_from: from, extended_to: until, drafts_on: today(call) })
    .where('id', '=', applicationId)
    .execute();
  return { set: lapsing(await reckoned(call, applicationId)) };
};

/** A guarantor pays for what is overdue, and no more than is owed. */
function insistCompensation({ lent, counted, ledger }: Reckoned, { on, amount }: Answers): void {
  if (!ledger.overdue) throw wrong({ on: '这笔贷款没有逾期未还的款，不用登记代偿' });
  const day = String(on);
  const owed = owedOn(lent, ledger, counted, day);
  insist({
    ...(!ledgerOf(lent, counted, day).overdue && { on: '这一天还没有逾期，请核对代偿日期' }),
    ...(Number(amount) > owed && { amount: `不能超过没有还的本金和利息，一共 ${formatYuan(owed)} 元` }),
  });
}

/** What the guarantor paid for is owed to the guarantor: nothing falls due at the bank any more. */
const compensate: Work = async (call, { applicationId }, { answers }) => {
  insistCompensation(await reckoned(call, applicationId), answers);
  await call.db.updateTable('loan').set({ next_due: null }).where('id', '=', applicationId).execute();
  return {};
};

/** What else happens as a guaranteed loan moves. */
export const loanWorks: Works = {
  'guaranteed-loan': { agree, approve, sign, disburse, extend, compensate },
};
