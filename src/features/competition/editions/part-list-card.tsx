import { nextCode } from '@shared/competition/edition/next-code';
import type { PartField, PartList } from '@shared/competition/edition/part-field';
import { itemPath, keysIn, type Values } from '@shared/competition/edition/values';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/fields/text-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Sheet } from '../../../ui/sheets/sheet';
import { Tag } from '../../../ui/tag';

interface Props {
  list: PartList;
  values: Values;
  /** Sentences that stand now, by their places. */
  problems: Readonly<Record<string, string>>;
  /** Codes that no new item may get. */
  taken: readonly string[];
  closed: boolean;
  /** The items that nobody may remove: the product asks for them by name. */
  kept: readonly string[];
  onChange: (place: string, value: string) => void;
  field: (field: PartField, place: string) => ReactNode;
  /** How an item comes, where that is not by a name typed. */
  adding?: ReactNode;
  /** What stands in an item beside its fields. */
  beside?: (key: string) => ReactNode;
}

/** A list of items, each folded under its name: add, edit, remove, order. */
export function PartListCard({
  list,
  values,
  problems,
  taken,
  closed,
  kept,
  onChange,
  field,
  adding: comes,
  beside,
}: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [name, setName] = useState('');
  const keys = keysIn(values, list.path);
  const [first] = list.fields;
  const nameOf = (key: string) => String(values[itemPath(list.path, key, first?.path ?? '')] ?? '') || `未命名`;
  const wrongIn = (key: string) =>
    Object.keys(problems).filter((place) => place.startsWith(`${list.path}/${key}/`)).length;
  const order = (next: readonly string[]) => onChange(list.path, next.join(','));
  const add = () => {
    const key = nextCode(name.trim(), [...taken, ...keys]);
    order([...keys, key]);
    onChange(itemPath(list.path, key, first?.path ?? ''), name.trim());
    setName('');
    setAdding(false);
    setOpen(key);
  };
  const moveUp = (key: string) => {
    const at = keys.indexOf(key);
    const next = keys.filter((each) => each !== key);
    next.splice(at - 1, 0, key);
    order(next);
  };
  const remove = async (key: string) => {
    const body = `“${nameOf(key)}”会从这一部分去掉。已经提交的项目不受影响。`;
    if (await confirmDanger({ title: '去掉这一项', body, confirm: '去掉' })) order(keys.filter((each) => each !== key));
  };
  return (
    <Card title={list.zh} aside={`${keys.length} 项`}>
      {problems[list.path] ? <Notice tone="error">{problems[list.path]}</Notice> : null}
      {keys.map((key, index) => (
        <View key={key}>
          <ListRow
            id={`item-${key}`}
            title={nameOf(key)}
            aside={
              wrongIn(key) > 0 ? <Tag tone="warn">{`${wrongIn(key)} 处未填好`}</Tag> : open === key ? '收起' : '展开'
            }
            onTap={() => setOpen(open === key ? null : key)}
          />
          {open === key ? (
            <View className="xh-part-item">
              {list.fields.map((each) => (
                <View key={each.path}>{field(each, itemPath(list.path, key, each.path))}</View>
              ))}
              {beside?.(key)}
              {closed || list.fixed ? null : (
                <View className="xh-file-acts">
                  {index > 0 ? (
                    <Button id={`up-${key}`} kind="text" onTap={() => moveUp(key)}>
                      上移
                    </Button>
                  ) : null}
                  {kept.includes(key) ? null : (
                    <Button id={`remove-${key}`} kind="text" onTap={() => remove(key)}>
                      去掉
                    </Button>
                  )}
                </View>
              )}
            </View>
          ) : null}
        </View>
      ))}
      {closed ? null : comes}
      {closed || list.fixed || comes ? null : (
        <Button
          id={`add-${list.path.replace('.', '-')}`}
          kind="secondary"
          label={`添加一项，${list.zh}`}
          onTap={() => setAdding(true)}
        >
          添加一项
        </Button>
      )}
      <Sheet
        id={`add-sheet-${list.path.replace('.', '-')}`}
        open={adding}
        title={`${list.zh}：添加一项`}
        onClose={() => setAdding(false)}
      >
        <TextField id="new-item" label={first?.zh ?? '名称'} max={first?.max ?? 60} value={name} onChange={setName} />
        <Button id="add-item" disabled={isBlank(name)} onTap={add}>
          添加
        </Button>
      </Sheet>
    </Card>
  );
}
