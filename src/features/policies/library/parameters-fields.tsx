import type { Answer } from '@shared/forms/question';
import { figureKindAt } from '@shared/policies/drafts/content';
import { longest } from '@shared/policies/drafts/problems';
import { type FigureKind, figureKinds } from '@shared/policies/drafts/typed-value';
import { keysAt, nextKey, numberAt, textAt } from '@shared/policies/drafts/values';
import { confidenceZh } from '@shared/policies/parameters';
import { ItemList } from '../../../patterns/item-list';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import type { FieldProps } from '../../../ui/fields/field';
import { NumberField } from '../../../ui/fields/number-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextField } from '../../../ui/fields/text-field';
import { fieldAt, type PartProps, removedZh } from './part-props';

const confidences = Object.entries(confidenceZh).map(([value, zh]) => ({ value, zh }));

/** Figures that benefits and conditions go by, each for so long as it holds and with its document. */
export function ParametersFields(props: PartProps) {
  const { values, problems, around, closed, onChange, onLeave } = props;
  const keys = keysAt(values, 'parameters');
  const order = (next: readonly string[]) => {
    onChange('parameters', next.join(','));
    onLeave();
  };
  const put = (fields: Readonly<Record<string, Answer>>) => {
    const key = nextKey('r', keys);
    for (const [name, value] of Object.entries(fields)) onChange(`parameters/${key}/${name}`, value);
    order([...keys, key]);
    return key;
  };
  const add = () => {
    const codes = keys.map((key) => textAt(values, `parameters/${key}/code`));
    return put({ code: nextKey('p', codes), kind: 'number', docNo: around.docNo, confidence: 'official' });
  };
  const again = (key: string) => {
    const same = ['code', 'zh', 'kind', 'docNo', 'confidence'];
    put(Object.fromEntries(same.map((name) => [name, values[`parameters/${key}/${name}`] ?? null])));
  };
  const choose = (place: string) => (value: string) => {
    onChange(place, value);
    onLeave();
  };
  return (
    <ItemList
      list="parameters"
      title="参数"
      keys={keys}
      nameOf={(key) => {
        const [from, to] = [textAt(values, `parameters/${key}/from`), textAt(values, `parameters/${key}/to`)];
        const days = from === '' && to === '' ? '' : `（${from} 至 ${to}）`;
        return `${textAt(values, `parameters/${key}/zh`) || '未命名'}${days}`;
      }}
      problems={problems}
      closed={closed}
      removedZh={removedZh}
      onOrder={order}
      adding={(unfold) => (
        <Button id="add-parameters" kind="secondary" onTap={() => unfold(add())}>
          添加一个参数
        </Button>
      )}
      more={(key) => (
        <Button id={`again-${key}`} kind="text" onTap={() => again(key)}>
          再加一个时段
        </Button>
      )}
    >
      {(key) => {
        const at = (name: string) => `parameters/${key}/${name}`;
        const kind = figureKindAt(values, key);
        return (
          <>
            <TextField
              {...fieldAt(props, at('zh'), '名称', '例如“个人最高额度”')}
              value={textAt(values, at('zh'))}
              max={longest.zh ?? 60}
              onChange={(value) => onChange(at('zh'), value)}
              onBlur={onLeave}
            />
            <ChoiceField
              {...fieldAt(props, at('kind'), '是什么数')}
              options={figureKinds}
              value={kind}
              onChange={choose(at('kind'))}
            />
            <FigureInput
              kind={kind}
              field={fieldAt(props, at('value'), '数值')}
              value={values[at('value')]}
              onChange={(value) => onChange(at('value'), value)}
              onLeave={onLeave}
            />
            <DateField
              {...fieldAt(props, at('from'), '从哪天起', '不选的，不限开始', false)}
              value={textAt(values, at('from'))}
              onChange={choose(at('from'))}
            />
            <DateField
              {...fieldAt(props, at('to'), '到哪天止', '最后一天，当天也算；不选的，不限结束', false)}
              value={textAt(values, at('to'))}
              onChange={choose(at('to'))}
            />
            <TextField
              {...fieldAt(props, at('docNo'), '文号')}
              value={textAt(values, at('docNo'))}
              max={longest.docNo ?? 60}
              onChange={(value) => onChange(at('docNo'), value)}
              onBlur={onLeave}
            />
            <ChoiceField
              {...fieldAt(props, at('confidence'), '依据可靠程度')}
              options={confidences}
              value={textAt(values, at('confidence'))}
              onChange={choose(at('confidence'))}
            />
          </>
        );
      }}
    </ItemList>
  );
}

interface FigureProps {
  kind: FigureKind;
  field: FieldProps;
  value: Answer | undefined;
  onChange: (value: Answer) => void;
  onLeave: () => void;
}

function FigureInput({ kind, field, value, onChange, onLeave }: FigureProps) {
  const choose = (next: Answer) => {
    onChange(next);
    onLeave();
  };
  switch (kind) {
    case 'date':
      return <DateField {...field} value={typeof value === 'string' ? value : ''} onChange={choose} />;
    case 'flag':
      return (
        <RadioList
          {...field}
          options={[
            { value: 'yes', zh: '是' },
            { value: 'no', zh: '否' },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(next) => choose(next === 'yes')}
        />
      );
    case 'list':
      return (
        <TextField
          {...field}
          hint="代码之间用英文逗号隔开"
          value={typeof value === 'string' ? value : ''}
          max={400}
          onChange={onChange}
          onBlur={onLeave}
        />
      );
    default:
      return (
        <NumberField
          {...field}
          value={numberAt({ value: value ?? null }, 'value')}
          digits={kind === 'number' ? 0 : 2}
          {...(kind === 'number' ? {} : { unit: kind === 'money' ? '元' : '%' })}
          onChange={onChange}
          onBlur={onLeave}
        />
      );
  }
}
