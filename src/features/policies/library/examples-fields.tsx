import { longest } from '@shared/policies/drafts/problems';
import { keysAt, nextKey, textAt } from '@shared/policies/drafts/values';
import { factOf, isFact } from '@shared/policies/facts';
import { verdictZh } from '@shared/policies/words';
import { View } from '@tarojs/components';
import { ItemList } from '../../../patterns/item-list';
import { Button } from '../../../ui/button';
import { CheckList } from '../../../ui/fields/check-list';
import { DateField } from '../../../ui/fields/date-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextField } from '../../../ui/fields/text-field';
import { fieldAt, type PartProps, removedZh } from './part-props';
import { ValueInput } from './value-input';

const verdicts = (['pass', 'fail', 'unknown'] as const).map((value) => ({ value, zh: verdictZh[value] }));

/** Cases that a version proves itself by: what is known of somebody, and how that has to come out. */
export function ExamplesFields(props: PartProps) {
  const { values, problems, around, closed, onChange, onLeave } = props;
  const keys = keysAt(values, 'examples');
  const order = (next: readonly string[]) => {
    onChange('examples', next.join(','));
    onLeave();
  };
  const add = () => {
    const key = nextKey('e', keys);
    order([...keys, key]);
    return key;
  };
  const choose = (place: string) => (value: string) => {
    onChange(place, value);
    onLeave();
  };
  const asked = around.asked.filter(isFact);
  return (
    <ItemList
      list="examples"
      title="示例"
      keys={keys}
      nameOf={(key) => {
        const expected = verdicts.find(({ value }) => value === values[`examples/${key}/expect`]);
        return `${textAt(values, `examples/${key}/zh`) || '未命名'}${expected ? `：${expected.zh}` : ''}`;
      }}
      problems={problems}
      closed={closed}
      removedZh={removedZh}
      onOrder={order}
      adding={(unfold) => (
        <Button id="add-examples" kind="secondary" onTap={() => unfold(add())}>
          添加一个示例
        </Button>
      )}
    >
      {(key) => {
        const at = (name: string) => `examples/${key}/${name}`;
        const known = keysAt(values, at('facts')).filter(isFact);
        const choices = [...new Set([...asked, ...known])].map((fact) => ({
          value: fact as string,
          zh: factOf(fact).zh,
        }));
        return (
          <>
            <TextField
              {...fieldAt(props, at('zh'), '什么情况', '例如“28 岁高校毕业生，没有其他贷款”')}
              value={textAt(values, at('zh'))}
              max={longest.zh ?? 60}
              onChange={(value) => onChange(at('zh'), value)}
              onBlur={onLeave}
            />
            <DateField
              {...fieldAt(props, at('on'), '按哪一天算')}
              value={textAt(values, at('on'))}
              onChange={choose(at('on'))}
            />
            <RadioList
              {...fieldAt(props, at('expect'), '应当是什么结果')}
              options={verdicts}
              value={textAt(values, at('expect')) as never}
              onChange={choose(at('expect'))}
            />
            <CheckList
              {...fieldAt(props, at('facts'), '知道哪些情况', '没有勾的按“不知道”算', false)}
              options={choices}
              value={known}
              onChange={(next) => choose(at('facts'))(next.join(','))}
            />
            {known.map((fact) => (
              <View key={fact}>
                <ValueInput
                  field={fieldAt(props, at(`is/${fact}`), factOf(fact).zh)}
                  fact={fact}
                  op={null}
                  months={false}
                  value={values[at(`is/${fact}`)]}
                  named={around.named}
                  onChange={(value) => onChange(at(`is/${fact}`), value)}
                  onLeave={onLeave}
                />
              </View>
            ))}
            {values[at('expect')] === 'unknown' ? (
              <CheckList
                {...fieldAt(props, at('missing'), '还应当知道什么', '不勾的，不核对这一项', false)}
                options={choices}
                value={keysAt(values, at('missing'))}
                onChange={(next) => choose(at('missing'))(next.join(','))}
              />
            ) : null}
          </>
        );
      }}
    </ItemList>
  );
}
