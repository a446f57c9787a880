import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { RadioList } from '../../ui/fields/radio-list';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';

interface Props {
  title: string;
  /** Who saved first; null when it was oneself elsewhere. */
  savedByZh: string | null;
  /** The fields in which the two differ, with both values as people read them. */
  fields: ReadonlyArray<{ name: string; zh: string; mine: string; theirs: string }>;
  /** Gets the fields in which the other's value was chosen. */
  onSettle: (takeTheirs: readonly string[]) => unknown;
}

/** Two people wrote in the same fields: both values stand side by side, and one is chosen for each. Nothing is lost before. */
export function ConflictChoice({ title, savedByZh, fields, onSettle }: Props) {
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const open = fields.filter(({ name }) => chosen[name] === undefined);
  const settle = () => onSettle(fields.filter(({ name }) => chosen[name] === 'theirs').map(({ name }) => name));
  return (
    <Page
      title={title}
      action={
        <Button id="settle" disabled={open.length > 0} onTap={settle}>
          {open.length > 0 ? `还有 ${open.length} 项没有选` : '按所选保存'}
        </Button>
      }
    >
      <Notice tone="warn" title="有人先保存了不同的内容">
        这一部分刚{savedByZh === null ? '在另一台设备上' : `由${savedByZh}`}
        保存过。两份不同的内容列在下面，请逐项选一份。
      </Notice>
      {fields.map(({ name, zh, mine, theirs }) => (
        <Card key={name} title={zh}>
          <RadioList
            id={`contest-${name}`}
            label="保留哪一份"
            options={[
              { value: 'mine', zh: '我写的', hint: mine || '（空）' },
              { value: 'theirs', zh: '对方写的', hint: theirs || '（空）' },
            ]}
            value={chosen[name] ?? ''}
            onChange={(value) => setChosen({ ...chosen, [name]: value === 'theirs' ? 'theirs' : 'mine' })}
          />
        </Card>
      ))}
      <View className="xh-row-detail">其余内容相同或已自动合并，不用选。</View>
    </Page>
  );
}
