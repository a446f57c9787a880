import { addDays, weekday } from '@shared/kernel/shanghai';
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

const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6;

/** The days from a first one on, so many, with or without weekends. */
function daysFrom(first: string, count: number, weekends: boolean): string[] {
  const days: string[] = [];
  for (let day = first; days.length < count; day = addDays(day, 1)) if (weekends || !isWeekend(day)) days.push(day);
  return days;
}

const mostDays = 56;

/** The half-days of a class, several days put in at once. */
export function HalfDaysField({ value, onChange, error }: Props) {
  const [first, setFirst] = useState('');
  const [count, setCount] = useState<number | null>(1);
  const [am, setAm] = useState<number | null>(4);
  const [pm, setPm] = useState<number | null>(4);
  const [weekends, setWeekends] = useState(false);
  const hoursWrong = (hours: number | null) =>
    hours !== null && hours > mostHours ? `半天最多 ${mostHours} 课时` : undefined;
  const daysWrong = count !== null && (count < 1 || count > mostDays) ? `请填 1 至 ${mostDays} 天` : undefined;
  const wrong = daysWrong ?? hoursWrong(am) ?? hoursWrong(pm);
  const whole = first !== '' && count !== null && am !== null && pm !== null && wrong === undefined;
  const add = () => {
    if (!whole) return;
    const added = daysFrom(first, count, weekends).flatMap((day): HalfDay[] => [
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
          error={hoursWrong(pm)}
        />
        <SwitchRow id="weekends" label="周末也上课" checked={weekends} onChange={setWeekends} />
        <Button id="add-days" kind="secondary" disabled={!whole} onTap={add}>
          加到课表
        </Button>
      </View>
    </Section>
  );
}
