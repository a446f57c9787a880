import { sumOf } from '@shared/benefits/loan/plan';
import { formatWan, formatYuan } from '@shared/kernel/money';
import { formatFullDateZh } from '@shared/kernel/shanghai';
import { percentZh } from '@shared/policies/benefits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { formatDayZh } from '../../../client/day-words';
import { sentenceOf } from '../../../client/transport/failure';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import { PlanTable } from '../loan/plan-table';
import { AccountSheet } from './account-sheet';
import type { LoanView } from './loan-view';
import { RepaymentSheet, VoidSheet } from './repayment-sheets';
import { amountZhOf, daysZh, paymentZh } from './statement-words';

type Statement = NonNullable<LoanView['statements']>[number];

const yuan = (fen: number): string => `${formatYuan(fen)} 元`;

/** A loan that was lent: what falls due next, the contract, what was paid, the quarters' subsidies and the plan. Each reader sees what is theirs. */
export function Lent({ applicationId, own }: { applicationId: string; own: boolean }) {
  const ask = useAsk(['lending', 'loan', applicationId], () => api.lending.loan({ applicationId }));
  if (ask.error) return <Notice tone="error">{sentenceOf(ask.error)}</Notice>;
  return ask.data ? <Loan loan={ask.data} own={own} /> : null;
}

function Loan({ loan, own }: { loan: LoanView; own: boolean }) {
  const [sheet, setSheet] = useState<'add' | string | null>(null);
  const [whole, setWhole] = useState(false);
  const { next, writes, statements } = loan;
  return (
    <>
      {next === null ? null : (
        <Card title={loan.overdue ? '已经逾期' : own ? '下一次还款' : '下一次应还'} aside={formatDayZh(next.on)}>
          <View>{`应还 ${yuan(next.principalFen + next.interestFen)}：本金 ${yuan(next.principalFen)}，利息 ${yuan(next.interestFen)}`}</View>
          <View className="xh-row-detail">
            {own ? `请还到${loan.bankZh}。逾期的日子没有贴息。` : '逾期从次日起，到还清当天为止，不贴息。'}
          </View>
        </Card>
      )}
      {writes ? (
        <Button id="add-repayment" kind="secondary" onTap={() => setSheet('add')}>
          登记还款
        </Button>
      ) : null}
      <Section title="贷款">
        <KeyValue
          items={[
            { label: '银行', value: loan.bankZh },
            { label: '合同编号', value: loan.contractNo },
            { label: '放款', value: `${formatDayZh(loan.disbursedOn)}，${formatWan(loan.principalFen)} 万元` },
            { label: '年利率', value: percentZh(loan.rateBp) },
            { label: '还款方式', value: loan.methodZh },
            {
              label: '到期',
              value: loan.extendedTo === null ? formatDayZh(loan.maturesOn) : `展期到${formatDayZh(loan.extendedTo)}`,
            },
            { label: '没还的本金', value: yuan(loan.balanceFen) },
            ...(loan.accountMasked === null
              ? []
              : [{ label: '贴息账户', value: `${loan.payeeZh ?? ''} ${loan.accountMasked}` }]),
            { label: '贴息规定', value: loan.ruleZh },
          ]}
        />
        {writes ? (
          <Button id="change-account" kind="text" onTap={() => setSheet('account')}>
            改贴息账户
          </Button>
        ) : null}
      </Section>
      {statements === null ? null : (
        <Section title="贴息">
          {statements.length === 0 ? (
            <View className="xh-row-detail">每季末月21日按天数生成，人社窗口核对后由财政拨付。</View>
          ) : (
            statements.map((each) => <StatementRow key={each.statementId} statement={each} />)
          )}
        </Section>
      )}
      <Section title="还款">
        {loan.repayments.length === 0 ? <View className="xh-row-detail">还没有登记还款</View> : null}
        {loan.repayments.map(({ repaymentId, on, principalFen, interestFen, voidedZh }) => (
          <ListRow
            key={repaymentId}
            id={`repayment-${repaymentId}`}
            title={`${formatDayZh(on)} ${yuan(principalFen + interestFen)}`}
            detail={voidedZh === null ? `本金 ${yuan(principalFen)}，利息 ${yuan(interestFen)}` : `已作废：${voidedZh}`}
            aside={
              voidedZh !== null ? (
                <Tag tone="neutral">已作废</Tag>
              ) : writes ? (
                <Button
                  id={`void-${repaymentId}`}
                  kind="text"
                  label={`作废${formatFullDateZh(on)}的还款`}
                  onTap={() => setSheet(repaymentId)}
                >
                  作废
                </Button>
              ) : null
            }
          />
        ))}
      </Section>
      <Section title="还款计划">
        {whole ? (
          <PlanTable plan={loan.plan} sum={sumOf(loan.plan)} />
        ) : (
          <Button id="whole-plan" kind="text" onTap={() => setWhole(true)}>
            {`看全部 ${loan.plan.length} 期`}
          </Button>
        )}
      </Section>
      <RepaymentSheet loan={loan} open={sheet === 'add'} onClose={() => setSheet(null)} />
      {writes ? <AccountSheet loan={loan} open={sheet === 'account'} onClose={() => setSheet(null)} /> : null}
      <VoidSheet
        key={sheet}
        applicationId={loan.applicationId}
        repaymentId={sheet === 'add' || sheet === 'account' ? null : sheet}
        onClose={() => setSheet(null)}
      />
    </>
  );
}

function StatementRow({ statement }: { statement: Statement }) {
  const { statementId, interestFen, payment } = statement;
  return (
    <ListRow
      id={`statement-${statementId}`}
      title={amountZhOf(statement)}
      detail={`${daysZh(statement)}，利息 ${yuan(interestFen)}`}
      aside={<Tag tone={payment?.result === 'paid' ? 'pass' : 'info'}>{paymentZh(statement)}</Tag>}
    />
  );
}
