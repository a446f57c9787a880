import { classDays } from '@shared/training/class-days';
import { type HalfDay, hoursOf, inOrder, mostHours } from '@shared/training/half-day';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { SwitchRow } from '../../../ui/fields/switch-row';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { halfDayZh } from '../half-day-words';

interface Props {
  value: readonly HalfDay[];
  onChange: (value: HalfDay[]) => void;
  error: string | undefined;
}

const mostDays = 56;

/** The half-days of a class, several days put in at once. */
export function HalfDaysField({ value, onChange, error }: Props) {
  const [first, setFirst] = useState('');
  const [count, setCount] = useState<number | null>(1);
  const [am, setAm] = useState<number | null>(4);
  const [pm, setPm] = useState<number | null>(4);
  const [everyDay, setEveryDay] = useState(false);
  const hoursWrong = (hours: number | null) =>
    hours !== null && hours > mostHours ? `半天最多 ${mostHours} 课时` : undefined;
  const daysWrong = count !== null && (count < 1 || count > mostDays) ? `请填 1 至 ${mostDays} 天` : undefined;
  const nothing = am === 0 && pm === 0 ? '上午、下午不能都填 0' : undefined;
  const wrong = daysWrong ?? hoursWrong(am) ?? hoursWrong(pm) ?? nothing;
  const whole = first !== '' && count !== null && am !== null && pm !== null && wrong === undefined;
  const { days, provisional } = whole ? classDays(first, count, everyDay) : { days: [], provisional: false };
  const add = () => {
    if (!whole) return;
    const added = days.flatMap((day): HalfDay[] => [
      ...(am ? [{ day, half: 'am' as const, hours: am }] : []),
      ...(pm ? [{ day, half: 'pm' as const, hours: pm }] : []),
    ]);
    const kept = value.filter((one) => !added.some((other) => other.day === one.day && other.half === one.half));
    onChange(inOrder([...kept, ...added]));
  };
  return (
    <Section id="field-halfDays" title="课表" aside={`共 ${hoursOf(value)} 课时`}>
      {error === undefined ? null : <Notice tone="error">{error}</Notice>}
      {value.map((one) => (
        <ListRow
          key={`${one.day}-${one.half}`}
          id={`half-${one.day}-${one.half}`}
          title={halfDayZh(one)}
          detail={`${one.hours} 课时`}
          aside={
            <Button
              id={`drop-${one.day}-${one.half}`}
              kind="text"
              label={`删除${halfDayZh(one)}`}
              onTap={() => onChange(value.filter((other) => other !== one))}
            >
              删除
            </Button>
          }
        />
      ))}
      <View>
        <DateField id="field-first" label="从哪天起" required={false} value={first} onChange={setFirst} />
        <NumberField id="field-days" label="连上几天" unit="天" value={count} onChange={setCount} error={daysWrong} />
        <NumberField
          id="field-am"
          label="上午"
          hint="08:30 开始；不上填 0"
          unit="课时"
          value={am}
          onChange={setAm}
          error={hoursWrong(am)}
        />
        <NumberField
          id="field-pm"
          label="下午"
          hint="14:30 开始；不上填 0"
          unit="课时"
          value={pm}
          onChange={setPm}
          error={hoursWrong(pm) ?? nothing}
        />
        <SwitchRow
          id="weekends"
          label="周末和节假日也上课"
          hint="不选的，跳过周末和法定节假日，调休上班的日子照排"
          checked={everyDay}
          onChange={setEveryDay}
        />
        {provisional ? (
          <Notice tone="info">有的年份还没有公布放假安排，只跳过周末和每年固定的节假日，请自己核对春节等日子。</Notice>
        ) : null}
        <Button id="add-days" kind="secondary" disabled={!whole} onTap={add}>
          加到课表
        </Button>
      </View>
    </Section>
  );
}
