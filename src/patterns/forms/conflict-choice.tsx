import { fieldsOf } from '@shared/entry/fields';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { choicesOf, shownValue } from '../../features/entry/begin/choices';
import type { Contest, Home } from '../../features/entry/entry-view';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { RadioList } from '../../ui/fields/radio-list';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import type { Kept, SectionKeeper } from './form-keeper';

interface Props {
  kept: Kept;
  contested: NonNullable<Kept['contest']>;
  keeper: SectionKeeper;
  contest: Contest;
  home: Home;
}

/** Two people wrote in the same fields: both values stand side by side, and one is chosen for each. Nothing is lost before. */
export function ContestChoice({ kept, contested, keeper, contest, home }: Props) {
  const { theirs, merged } = contested;
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const fields = fieldsOf[theirs.section].filter(({ name }) => merged.contested.includes(name));
  const open = fields.filter(({ name }) => chosen[name] === undefined);
  const settle = () => keeper.settle(fields.filter(({ name }) => chosen[name] === 'theirs').map(({ name }) => name));
  return (
    <Page
      title={theirs.zh}
      action={
        <Button id="settle" disabled={open.length > 0} onTap={settle}>
          {open.length > 0 ? `还有 ${open.length} 项没有选` : '按所选保存'}
        </Button>
      }
    >
      <Notice tone="warn" title="有人先保存了不同的内容">
        这一部分刚{theirs.savedByZh === null ? '在另一台设备上' : `由${theirs.savedByZh}`}
        保存过。两份不同的内容列在下面，请逐项选一份。
      </Notice>
      {fields.map((field) => {
        const options = choicesOf(field, contest, home);
        return (
          <Card key={field.name} title={field.zh}>
            <RadioList
              id={`contest-${field.name}`}
              label="保留哪一份"
              options={[
                { value: 'mine', zh: '我写的', hint: shownValue(field, kept.values[field.name], options) || '（空）' },
                {
                  value: 'theirs',
                  zh: '对方写的',
                  hint: shownValue(field, theirs.data[field.name], options) || '（空）',
                },
              ]}
              value={chosen[field.name] ?? ''}
              onChange={(value) => setChosen({ ...chosen, [field.name]: value === 'theirs' ? 'theirs' : 'mine' })}
            />
          </Card>
        );
      })}
      <View className="xh-row-detail">其余内容相同或已自动合并，不用选。</View>
    </Page>
  );
}
