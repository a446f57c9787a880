import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Tag } from '../../../ui/tag';
import './library.scss';

interface Props {
  /** The list's place, by which its problems are found. */
  list: string;
  title: string;
  keys: readonly string[];
  nameOf: (key: string) => string;
  problems: Readonly<Record<string, string>>;
  closed: boolean;
  addZh: string;
  /** Makes an item and answers its key. */
  onAdd: () => string;
  onOrder: (keys: readonly string[]) => void;
  /** The fields of an item. */
  children: (key: string) => ReactNode;
  /** What else can be done with an item. */
  more?: (key: string) => ReactNode;
}

/** A list of items, each folded under its name: add, edit, order, take away. */
export function ItemList(props: Props) {
  const { list, title, keys, nameOf, problems, closed, addZh, onAdd, onOrder, children, more } = props;
  const [open, setOpen] = useState<string | null>(null);
  const wrongIn = (key: string) => Object.keys(problems).filter((place) => place.startsWith(`${list}/${key}/`)).length;
  const up = (key: string) => {
    const at = keys.indexOf(key);
    const rest = keys.filter((each) => each !== key);
    onOrder([...rest.slice(0, at - 1), key, ...rest.slice(at - 1)]);
  };
  const remove = async (key: string) => {
    const body = `“${nameOf(key)}”会从草稿里去掉。`;
    if (await confirmDanger({ title: '去掉这一项', body, confirm: '去掉' })) {
      onOrder(keys.filter((each) => each !== key));
    }
  };
  return (
    <Card title={title} aside={`${keys.length} 项`}>
      {problems[list] ? <Notice tone="error">{problems[list]}</Notice> : null}
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
            <View className="xh-policy-item">
              {children(key)}
              {closed ? null : (
                <View className="xh-file-acts">
                  {more?.(key)}
                  {index > 0 ? (
                    <Button id={`up-${key}`} kind="text" onTap={() => up(key)}>
                      上移
                    </Button>
                  ) : null}
                  <Button id={`remove-${key}`} kind="text" onTap={() => remove(key)}>
                    去掉
                  </Button>
                </View>
              )}
            </View>
          ) : null}
        </View>
      ))}
      {closed ? null : (
        <Button id={`add-${list}`} kind="secondary" onTap={() => setOpen(onAdd())}>
          {addZh}
        </Button>
      )}
    </Card>
  );
}
