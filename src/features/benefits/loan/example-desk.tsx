import { type Method, methodHintZh, methodZh } from '@shared/benefits/loan/loan';
import { formatYuan } from '@shared/kernel/money';
import { View } from '@tarojs/components';
import { useShare } from '../../../client/use-share';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { ExampleFigures } from './example-figures';
import { ExamplePlan } from './example-plan';
import { type LoanExample, type Typed, useLoanExample } from './use-loan-example';

const methods = (Object.keys(methodZh) as Method[]).map((value) => ({
  value,
  zh: methodZh[value],
  hint: methodHintZh[value],
}));

/** What the policy pays of a loan's interest, with figures of one's own; open to everybody, and nothing is kept. */
export function LoanExampleDesk({ code }: { code: string }) {
  const { typed, change, show, ask, failure } = useLoanExample(code);
  useShare('贴息政策说明与示例', 'policy/loan', { code });
  const told = useFieldErrors(failure, missingIn(typed), (field) => `example-${field}`);
  const example = failure === null ? ask.data : undefined;
  return (
    <Page
      over="创业担保贷款（政府贴息）申报服务"
      title={example === undefined ? '贴息政策说明与示例' : titleOf(example)}
      action={
        <Button id="show-example" busy={ask.isFetching} onTap={() => told.complete() && show()}>
          按填的数字看示例
        </Button>
      }
    >
      <Notice tone="info">本页只说明贴息政策，填的数字不保存。实际额度、利率和贴息以合同和经办机构核定为准。</Notice>
      {told.general ? <Notice tone="error">{told.general}</Notice> : null}
      <Card title="示例的数字">
        <Figures typed={typed} change={change} told={told} />
      </Card>
      {example === undefined ? null : (
        <>
          {example.lacksZh === null ? (
            <ExamplePlan example={example} />
          ) : (
            <Notice tone="warn">{example.lacksZh}</Notice>
          )}
          <ExampleFigures example={example} />
        </>
      )}
      <Section title="怎么算">
        <View className="xh-prose">{how(example)}</View>
      </Section>
    </Page>
  );
}

type Told = ReturnType<typeof useFieldErrors<'principalFen' | 'months' | 'rateBp' | 'contractOn'>>;

function Figures({ typed, change, told }: { typed: Typed; change: (part: Partial<Typed>) => void; told: Told }) {
  return (
    <>
      <NumberField
        id="example-principalFen"
        label="额度"
        unit="万元"
        digits={2}
        value={typed.wan}
        onChange={(wan) => change({ wan })}
        error={told.of('principalFen')}
      />
      <NumberField
        id="example-months"
        label="期限"
        unit="个月"
        value={typed.months}
        onChange={(months) => change({ months })}
        error={told.of('months')}
      />
      <RadioList
        id="example-method"
        label="还款方式"
        options={methods}
        value={typed.method}
        onChange={(method) => change({ method })}
      />
      <NumberField
        id="example-rateBp"
        label="年利率"
        hint="不填按利率上限"
        required={false}
        unit="%"
        digits={2}
        value={typed.percent}
        onChange={(percent) => change({ percent })}
        error={told.of('rateBp')}
      />
      <DateField
        id="example-contractOn"
        label="合同签订日"
        hint="不选按今天"
        required={false}
        value={typed.on}
        onChange={(on) => change({ on })}
        error={told.of('contractOn')}
      />
    </>
  );
}

const missingIn = ({ wan, months }: Typed) => ({
  principalFen: wan === null || wan <= 0 ? '请填写额度' : null,
  months: months === null || months < 1 ? '请填写期限' : null,
  rateBp: null,
  contractOn: null,
});

const titleOf = ({ sum, lacksZh }: LoanExample): string =>
  lacksZh === null
    ? `示例：利息 ${formatYuan(sum.interestFen)} 元，财政贴息 ${formatYuan(sum.subsidyFen)} 元`
    : '示例暂时算不出';

/** The rule in words, as far as it goes for everybody. */
const how = (example: LoanExample | undefined): string =>
  [
    '1. 利率由合同约定，不高于合同签订日的 1 年期贷款市场报价利率（LPR）加规定的百分点。',
    example?.accrual === 'monthly12'
      ? '2. 每月利息＝剩余本金×年利率÷12，按分四舍五入。'
      : '2. 每期利息＝剩余本金×年利率×天数÷360，按分四舍五入；每季末月20日结息，次日付。',
    '3. 财政按规定的比例贴息，每期按分四舍五入，其余利息由借款人付。',
    '4. 逾期、展期的日子和政策到期以后的日子不贴息。',
    '5. 贴息由系统按合同和还款记录计算，不用自己算，也不能改。',
  ].join('\n');
