import { conditionZh, opZh } from '@shared/policies/condition-words';
import { longest } from '@shared/policies/drafts/problems';
import { kindAt, type NodeKind, nodesOf, rootKey } from '@shared/policies/drafts/rule-values';
import { type Held, leafValueOf } from '@shared/policies/drafts/typed-value';
import { keysAt, nextKey, numberAt, textAt, type Values } from '@shared/policies/drafts/values';
import { factNames, factOf, isFact } from '@shared/policies/facts';
import { type Leaf, mostDepth, type Op, opsOf } from '@shared/policies/rule';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Folded } from '../../../patterns/folded';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { fieldAt, type PartProps } from './part-props';
import { ValueInput } from './value-input';
import './library.scss';

const groupZh: Readonly<Record<Exclude<NodeKind, 'leaf'>, string>> = {
  all: '都要符合',
  any: '任一条符合即可',
  someOf: '至少符合几条',
  not: '不能有下列情况',
};
const groups = (Object.keys(groupZh) as Array<keyof typeof groupZh>).map((value) => ({ value, zh: groupZh[value] }));
const allFacts = factNames.map((value) => ({ value: value as string, zh: factOf(value).zh }));

/** A condition in a few words, as far as it is filled in. */
function leafZh(values: Values, key: string): string {
  const fact = textAt(values, `${key}/fact`);
  const zh = textAt(values, `${key}/zh`);
  if (zh !== '' || !isFact(fact)) return zh || '还没有填的条件';
  const op = textAt(values, `${key}/op`) as Op;
  const value = leafValueOf(fact, op, textAt(values, `${key}/held`) as Held, values[`${key}/value`]);
  return opsOf[factOf(fact).type].includes(op) && value !== undefined
    ? conditionZh({ fact, op, value } as Leaf, [])
    : factOf(fact).zh;
}

const groupTitle = (values: Values, key: string): string => {
  const kind = kindAt(values, key) as keyof typeof groupZh;
  const n = numberAt(values, `${key}/n`);
  const usual = kind === 'someOf' && n !== null ? `至少符合 ${n} 条` : groupZh[kind];
  const zh = textAt(values, `${key}/zh`);
  return zh === '' ? usual : `${zh}（${usual}）`;
};

/** Who may have it: conditions in groups, each under its group; a tap opens one to be filled in. */
export function RuleFields(props: PartProps) {
  const { values, problems, closed, onChange, onLeave } = props;
  const [open, setOpen] = useState<string | null>(null);
  const nodes = nodesOf(values);
  const taken = nodes.map(({ key }) => key);
  const wrongIn = (key: string) => Object.keys(problems).filter((place) => place.startsWith(`${key}/`)).length;
  const partsOf = (key: string) => keysAt(values, `${key}/parts`);
  const order = (parent: string, parts: readonly string[]) => {
    onChange(`${parent}/parts`, parts.join(','));
    onLeave();
  };
  const add = (parent: string, kind: 'leaf' | 'all') => {
    const key = nextKey('n', taken);
    onChange(`${key}/kind`, kind);
    if (kind === 'leaf') onChange(`${key}/held`, 'value');
    order(parent, [...partsOf(parent), key]);
    setOpen(key);
  };
  const up = (parent: string, key: string) => {
    const parts = partsOf(parent);
    const at = parts.indexOf(key);
    const rest = parts.filter((each) => each !== key);
    order(parent, [...rest.slice(0, at - 1), key, ...rest.slice(at - 1)]);
  };
  const remove = async (parent: string, key: string) => {
    const inner = kindAt(values, key) === 'leaf' ? '' : '这一组里的条件一起去掉。';
    const name = kindAt(values, key) === 'leaf' ? leafZh(values, key) : groupTitle(values, key);
    if (!(await confirmDanger({ title: '去掉这一条', body: `“${name}”会从草稿里去掉。${inner}`, confirm: '去掉' })))
      return;
    order(
      parent,
      partsOf(parent).filter((each) => each !== key),
    );
  };
  return (
    <Card title="条件" aside={`${taken.filter((key) => kindAt(values, key) === 'leaf').length} 条`}>
      {problems[`${rootKey}/parts`] ? <Notice tone="error">{problems[`${rootKey}/parts`]}</Notice> : null}
      {nodes.map(({ key, depth, parent }) => {
        const leaf = kindAt(values, key) === 'leaf';
        return (
          <View key={key} className={depth === 0 ? '' : `xh-rule-${Math.min(depth, 3)}`}>
            <Folded
              id={`node-${key}`}
              title={leaf ? leafZh(values, key) : groupTitle(values, key)}
              {...(leaf ? {} : { detail: `${partsOf(key).length} 条` })}
              wrong={wrongIn(key)}
              open={open === key}
              onTap={() => setOpen(open === key ? null : key)}
            >
              {leaf ? <LeafFields {...props} at={key} /> : <GroupFields {...props} at={key} />}
              {closed ? null : (
                <View className="xh-file-acts">
                  {leaf || depth >= mostDepth - 1 ? null : (
                    <>
                      <Button id={`add-leaf-${key}`} kind="secondary" onTap={() => add(key, 'leaf')}>
                        添加一条条件
                      </Button>
                      <Button id={`add-group-${key}`} kind="text" onTap={() => add(key, 'all')}>
                        添加一组
                      </Button>
                    </>
                  )}
                  {parent !== null && partsOf(parent).indexOf(key) > 0 ? (
                    <Button id={`up-${key}`} kind="text" onTap={() => up(parent, key)}>
                      上移
                    </Button>
                  ) : null}
                  {parent === null ? null : (
                    <Button id={`remove-${key}`} kind="text" onTap={() => remove(parent, key)}>
                      去掉
                    </Button>
                  )}
                </View>
              )}
            </Folded>
          </View>
        );
      })}
    </Card>
  );
}

type NodeProps = PartProps & { at: string };

function GroupFields({ at: key, ...props }: NodeProps) {
  const { values, onChange, onLeave } = props;
  const kind = kindAt(values, key);
  return (
    <>
      <ChoiceField
        {...fieldAt(props, `${key}/kind`, '这一组怎样算符合')}
        options={groups}
        value={kind as keyof typeof groupZh}
        onChange={(value) => {
          onChange(`${key}/kind`, value);
          onLeave();
        }}
      />
      {kind === 'someOf' ? (
        <NumberField
          {...fieldAt(props, `${key}/n`, '至少符合')}
          unit="条"
          value={numberAt(values, `${key}/n`)}
          onChange={(value) => onChange(`${key}/n`, value)}
          onBlur={onLeave}
        />
      ) : null}
      <TextField
        {...fieldAt(props, `${key}/zh`, '标题', '例如“属于重点就业群体”，不填的按上面一项显示', kind === 'not')}
        value={textAt(values, `${key}/zh`)}
        max={longest.zh ?? 60}
        onChange={(value) => onChange(`${key}/zh`, value)}
        onBlur={onLeave}
      />
    </>
  );
}

const heldChoices = (op: Op, dated: boolean) => [
  { value: 'value' as const, zh: dated && op !== 'within' ? '一个日期' : '一个数值' },
  ...(dated && (op === 'before' || op === 'after') ? [{ value: 'months' as const, zh: '当天之后几个月' }] : []),
  { value: 'param' as const, zh: '一个参数' },
];

function LeafFields({ at: key, ...props }: NodeProps) {
  const { values, around, onChange, onLeave } = props;
  const fact = textAt(values, `${key}/fact`);
  const op = textAt(values, `${key}/op`) as Op;
  const held = textAt(values, `${key}/held`) as Held;
  const choose = (name: string) => (value: string) => {
    onChange(`${key}/${name}`, value);
    // What was typed for another kind of fact means nothing for this one.
    if (name === 'fact') for (const each of ['op', 'value', 'param', 'on']) onChange(`${key}/${each}`, null);
    if (name === 'op') onChange(`${key}/value`, null);
    onLeave();
  };
  const type = isFact(fact) ? factOf(fact).type : null;
  return (
    <>
      <ChoiceField
        {...fieldAt(props, `${key}/fact`, '看哪一项情况')}
        options={allFacts}
        value={fact}
        onChange={choose('fact')}
      />
      {isFact(fact) && type !== null ? (
        <ChoiceField
          {...fieldAt(props, `${key}/op`, '怎么比')}
          options={opsOf[type].map((value) => ({ value, zh: opZh(fact, value) }))}
          value={op}
          onChange={choose('op')}
        />
      ) : null}
      {isFact(fact) && type !== null && op !== ('' as Op) ? (
        <>
          {type === 'flag' ? null : (
            <ChoiceField
              {...fieldAt(props, `${key}/held`, '和什么比')}
              options={heldChoices(op, type === 'date' || type === 'month')}
              value={held || 'value'}
              onChange={choose('held')}
            />
          )}
          {held === 'param' ? (
            <ChoiceField
              {...fieldAt(props, `${key}/param`, '参数', '数值写在“参数”里')}
              options={around.parameters.map(({ code, zh }) => ({ value: code, zh }))}
              value={textAt(values, `${key}/param`)}
              onChange={choose('param')}
            />
          ) : (
            <ValueInput
              field={fieldAt(props, `${key}/value`, type === 'flag' ? factOf(fact).zh : '数值')}
              fact={fact}
              op={op}
              months={held === 'months'}
              value={values[`${key}/value`]}
              named={around.named}
              onChange={(value) => onChange(`${key}/value`, value)}
              onLeave={onLeave}
            />
          )}
          {op === 'within' ? (
            <DateField
              {...fieldAt(props, `${key}/on`, '算到哪一天', '不选的，算到核对当天', false)}
              value={textAt(values, `${key}/on`)}
              onChange={choose('on')}
            />
          ) : null}
        </>
      ) : null}
      <TextField
        {...fieldAt(props, `${key}/zh`, '给人看的一句话', '不填的，按上面几项自动写', false)}
        value={textAt(values, `${key}/zh`)}
        max={longest.zh ?? 60}
        onChange={(value) => onChange(`${key}/zh`, value)}
        onBlur={onLeave}
      />
      <TextField
        {...fieldAt(props, `${key}/basis`, '依据', '第几条；不填的，写政策文号', false)}
        value={textAt(values, `${key}/basis`)}
        max={longest.basis ?? 120}
        onChange={(value) => onChange(`${key}/basis`, value)}
        onBlur={onLeave}
      />
    </>
  );
}
