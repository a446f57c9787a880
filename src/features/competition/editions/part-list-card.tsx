import { nextCode } from '@shared/competition/edition/next-code';
import type { PartField, PartList } from '@shared/competition/edition/part-field';
import { itemPath, keysIn, type Values } from '@shared/competition/edition/values';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { ItemList } from '../../../patterns/item-list';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/fields/text-field';
import { Sheet } from '../../../ui/sheets/sheet';

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

/** A list of a part: its items by their fields, and how one is added by its name. */
export function PartListCard(props: Props) {
  const { list, values, problems, taken, closed, kept, onChange, field, adding: comes, beside } = props;
  const [adding, setAdding] = useState(false);
  const [name, setName] = useState('');
  const keys = keysIn(values, list.path);
  const [first] = list.fields;
  const id = list.path.replace('.', '-');
  const order = (next: readonly string[]) => onChange(list.path, next.join(','));
  const add = (): string => {
    const key = nextCode(name.trim(), [...taken, ...keys]);
    order([...keys, key]);
    onChange(itemPath(list.path, key, first?.path ?? ''), name.trim());
    setName('');
    setAdding(false);
    return key;
  };
  return (
    <ItemList
      list={list.path}
      title={list.zh}
      keys={keys}
      nameOf={(key) => String(values[itemPath(list.path, key, first?.path ?? '')] ?? '') || '未命名'}
      problems={problems}
      closed={closed}
      fixed={list.fixed === true}
      kept={kept}
      removedZh="会从这一部分去掉。已经提交的项目不受影响。"
      onOrder={order}
      adding={(unfold) =>
        comes ??
        (list.fixed ? null : (
          <>
            <Button id={`add-${id}`} kind="secondary" label={`添加一项，${list.zh}`} onTap={() => setAdding(true)}>
              添加一项
            </Button>
            <Sheet id={`add-sheet-${id}`} open={adding} title={`${list.zh}：添加一项`} onClose={() => setAdding(false)}>
              <TextField
                id="new-item"
                label={first?.zh ?? '名称'}
                max={first?.max ?? 60}
                value={name}
                onChange={setName}
              />
              <Button id="add-item" disabled={isBlank(name)} onTap={() => unfold(add())}>
                添加
              </Button>
            </Sheet>
          </>
        ))
      }
    >
      {(key) => (
        <>
          {list.fields.map((each) => (
            <View key={each.path}>{field(each, itemPath(list.path, key, each.path))}</View>
          ))}
          {beside?.(key)}
        </>
      )}
    </ItemList>
  );
}
