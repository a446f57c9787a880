import { fromRfc3339, shanghaiDate } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { dayZh, untilZh } from '../../../client/day-words';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { DateField } from '../../../ui/fields/date-field';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { type Setup, useSetupChange } from './use-setup-change';

type Window = Setup['windows'][number];
type Span = NonNullable<Window['own']>;

const spanZh = ({ opensAt, closesAt }: Span): string => `${dayZh(opensAt)}至${untilZh(closesAt)}`;
const firstDay = (span: Span | null): string => (span ? shanghaiDate(fromRfc3339(span.opensAt) ?? 0) : '');
const lastDay = (span: Span | null): string => (span ? shanghaiDate((fromRfc3339(span.closesAt) ?? 1) - 1) : '');

/** When each phase runs here, beside the city's window; where the city lets it, the region moves its own inside. */
export function Windows({ setup }: { setup: Setup }) {
  if (setup.windows.length === 0) return null;
  return (
    <Section title="赛程时间">
      {setup.windows.map((window) => (
        <View key={window.code} id={`window-${window.code}`} className="xh-row">
          <View className="xh-row-text">
            <View>{`${window.zh}：${window.own ? spanZh(window.own) : '时间待定'}`}</View>
            <View className="xh-row-detail">
              {`${window.city ? `全市${spanZh(window.city)}` : '全市没有规定'}${window.mayMove ? '，可在此范围内调整' : '，全市统一'}`}
            </View>
            {window.mayMove && setup.shutZh === null ? (
              <MoveWindow key={firstDay(window.own) + lastDay(window.own)} setup={setup} window={window} />
            ) : null}
          </View>
        </View>
      ))}
    </Section>
  );
}

function MoveWindow({ setup: { contestId, version }, window }: { setup: Setup; window: Window }) {
  const { code, zh, own, city } = window;
  const form = useTypedForm('window', `${contestId}:${code}`);
  const [first, setFirst] = form.field('first', firstDay(own));
  const [last, setLast] = form.field('last', lastDay(own));
  const { send, busy, failure } = useSetupChange(api.competition.moveWindow);
  const missing = { first: first === '' && '请选择第一天', last: last === '' && '请选择最后一天' };
  const errors = useFieldErrors(failure, missing, (field) => `${code}-${field}`);
  const changed = first !== firstDay(own) || last !== lastDay(own);
  const bounds = city ? { from: firstDay(city), to: lastDay(city) } : {};
  const save = async () => {
    const body = '保存后马上生效，本赛场的参赛者和工作人员会收到通知。';
    if (!(await confirmDanger({ title: `修改${zh}时间`, body, confirm: '修改' }))) return;
    if (await send({ contestId, version, phase: code, first, last })) form.saved();
  };
  return (
    <AskedForm
      errors={errors}
      button={{ id: `${code}-save`, zh: `修改${zh}时间`, kind: 'secondary', busy, disabled: !changed }}
      onSend={save}
    >
      <DateField
        id={`${code}-first`}
        label={`${zh}第一天`}
        value={first}
        onChange={setFirst}
        error={errors.of('first')}
        {...bounds}
      />
      <DateField
        id={`${code}-last`}
        label={`${zh}最后一天`}
        value={last}
        onChange={setLast}
        error={errors.of('last')}
        {...bounds}
      />
    </AskedForm>
  );
}
