import { policyKinds } from '@shared/policies/drafts/parts';
import { longest } from '@shared/policies/drafts/problems';
import { textAt } from '@shared/policies/drafts/values';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { SwitchRow } from '../../../ui/fields/switch-row';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { fieldAt, idOfPlace, type PartProps } from './part-props';

/** What a policy is called, by which document, from when to when and for whom. */
export function BasicsFields(props: PartProps) {
  const { values, closed, onChange, onLeave } = props;
  const choose = (place: string) => (value: string) => {
    onChange(place, value);
    onLeave();
  };
  const line = (place: string, label: string, hint?: string, required = true) => (
    <TextField
      {...fieldAt(props, place, label, hint, required)}
      value={textAt(values, place)}
      max={longest[place] ?? 60}
      onChange={(value) => onChange(place, value)}
      onBlur={onLeave}
    />
  );
  const demonstration = values.demonstration === true;
  return (
    <Card>
      {line('titleZh', '政策名称')}
      <ChoiceField
        {...fieldAt(props, 'kind', '类别')}
        options={policyKinds}
        value={textAt(values, 'kind')}
        onChange={choose('kind')}
      />
      {line('forZh', '适用对象', '例如“第一次创业的高校毕业生”')}
      {line('summaryZh', '一句话说明', '给什么、给多少，列表里显示这一句')}
      {line('docNo', '文号', '例如“财金〔2023〕75号”', !demonstration)}
      <SwitchRow
        id={idOfPlace('demonstration')}
        label="先作为演示公布"
        hint="还没有正式文件时用。公开页面标“演示”，核定文号前不受理申请"
        checked={demonstration}
        disabled={closed}
        onChange={(on) => {
          onChange('demonstration', on);
          onLeave();
        }}
      />
      <DateField
        {...fieldAt(props, 'effectiveFrom', '生效日期')}
        value={textAt(values, 'effectiveFrom')}
        onChange={choose('effectiveFrom')}
      />
      <DateField
        {...fieldAt(props, 'effectiveTo', '失效日期', '最后一天，当天也算。文件没有写的可以不选', false)}
        value={textAt(values, 'effectiveTo')}
        onChange={choose('effectiveTo')}
      />
    </Card>
  );
}

/** The text itself. */
export function TextFields(props: PartProps) {
  const { values, onChange, onLeave } = props;
  return (
    <Card>
      <TextArea
        {...fieldAt(props, 'bodyZh', '正文', '写明对象、给什么、怎么办、找谁办')}
        value={textAt(values, 'bodyZh')}
        max={longest.bodyZh ?? 4000}
        onChange={(value) => onChange('bodyZh', value)}
        onBlur={onLeave}
      />
    </Card>
  );
}
