import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { confirmDanger } from '../ui/sheets/confirm';
import { Folded } from './folded';

interface Props {
  /** The list's place, by which its problems are found. */
  list: string;
  title: string;
  keys: readonly string[];
  nameOf: (key: string) => string;
  /** Sentences that stand now, by their places. */
  problems: Readonly<Record<string, string>>;
  closed: boolean;
  /** Its items stay as they are in number and order. */
  fixed?: boolean;
  /** The items that nobody may remove. */
  kept?: readonly string[];
  /** What follows from taking an item away, as it is asked before. */
  removedZh: string;
  onOrder: (keys: readonly string[]) => void;
  /** The fields of an item. */
  children: (key: string) => ReactNode;
  /** What else can be done with an item. */
  more?: (key: string) => ReactNode;
  /** How another comes; `unfold` shows it. */
  adding: (unfold: (key: string) => void) => ReactNode;
}

/** A list of items within what is being written, each folded under its name: add, edit, order, take away. */
export function ItemList(props: Props) {
  const { list, title, keys, nameOf, problems, closed, fixed = false, kept = [], removedZh } = props;
  const { onOrder, children, more, adding } = props;
  const [open, setOpen] = useState<string | null>(null);
  const wrongIn = (key: string) => Object.keys(problems).filter((place) => place.startsWith(`${list}/${key}/`)).length;
  const up = (key: string) => {
    const at = keys.indexOf(key);
    const rest = keys.filter((each) => each !== key);
    onOrder([...rest.slice(0, at - 1), key, ...rest.slice(at - 1)]);
  };
  const remove = async (key: string) => {
    const body = `“${nameOf(key)}”${removedZh}`;
    if (await confirmDanger({ title: '去掉这一项', body, confirm: '去掉' }))
      onOrder(keys.filter((each) => each !== key));
  };
  return (
    <Card title={title} aside={`${keys.length} 项`}>
      {problems[list] ? <Notice tone="error">{problems[list]}</Notice> : null}
      {keys.map((key, index) => (
        <View key={key}>
          <Folded
            id={`item-${key}`}
            title={nameOf(key)}
            wrong={wrongIn(key)}
            open={open === key}
            onTap={() => setOpen(open === key ? null : key)}
          >
            {children(key)}
            {closed || fixed ? null : (
              <View className="xh-file-acts">
                {more?.(key)}
                {index > 0 ? (
                  <Button id={`up-${key}`} kind="text" onTap={() => up(key)}>
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
          </Folded>
        </View>
      ))}
      {closed ? null : adding(setOpen)}
    </Card>
  );
}
