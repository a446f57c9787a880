import { longest } from '@shared/policies/drafts/problems';
import { keysAt, nextKey, textAt } from '@shared/policies/drafts/values';
import { ItemList } from '../../../patterns/item-list';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextField } from '../../../ui/fields/text-field';
import { fieldAt, type PartProps, removedZh } from './part-props';

const units = [
  { value: 'fen', zh: '金额（元）' },
  { value: 'months', zh: '月' },
  { value: 'days', zh: '天' },
  { value: 'workdays', zh: '工作日' },
  { value: 'bp', zh: '百分比' },
  { value: 'times', zh: '次' },
  { value: 'years', zh: '年' },
  { value: 'people', zh: '人' },
  { value: 'personMonths', zh: '人月' },
] as const;

/** What a policy gives, each with the figure that it goes by. */
export function BenefitsFields(props: PartProps) {
  const { values, problems, around, closed, onChange, onLeave } = props;
  const keys = keysAt(values, 'benefits');
  const order = (next: readonly string[]) => {
    onChange('benefits', next.join(','));
    onLeave();
  };
  const add = () => {
    const key = nextKey('b', keys);
    order([...keys, key]);
    return key;
  };
  const choose = (place: string) => (value: string) => {
    onChange(place, value);
    onLeave();
  };
  return (
    <ItemList
      list="benefits"
      title="待遇"
      keys={keys}
      nameOf={(key) => textAt(values, `benefits/${key}/zh`) || '未命名'}
      problems={problems}
      closed={closed}
      removedZh={removedZh}
      onOrder={order}
      adding={(unfold) => (
        <Button id="add-benefits" kind="secondary" onTap={() => unfold(add())}>
          添加一项待遇
        </Button>
      )}
    >
      {(key) => {
        const at = (name: string) => `benefits/${key}/${name}`;
        return (
          <>
            <TextField
              {...fieldAt(props, at('zh'), '名称', '例如“最高额度”')}
              value={textAt(values, at('zh'))}
              max={longest.zh ?? 60}
              onChange={(value) => onChange(at('zh'), value)}
              onBlur={onLeave}
            />
            <ChoiceField
              {...fieldAt(props, at('unit'), '单位')}
              options={units}
              value={textAt(values, at('unit')) as never}
              onChange={choose(at('unit'))}
            />
            <ChoiceField
              {...fieldAt(props, at('param'), '参数', '数值写在“参数”里，各有起止日期')}
              options={around.parameters.map(({ code, zh }) => ({ value: code, zh }))}
              value={textAt(values, at('param'))}
              onChange={choose(at('param'))}
            />
            <TextField
              {...fieldAt(props, at('perZh'), '按什么给', '例如“每人每月”', false)}
              value={textAt(values, at('perZh'))}
              max={longest.perZh ?? 20}
              onChange={(value) => onChange(at('perZh'), value)}
              onBlur={onLeave}
            />
          </>
        );
      }}
    </ItemList>
  );
}
