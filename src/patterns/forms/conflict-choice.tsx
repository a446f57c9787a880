import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { RadioList } from '../../ui/fields/radio-list';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';

interface Props {
  title: string;
  /** Who saved first; null when it was oneself elsewhere. */
  savedByZh: string | null;
  /** The fields in which the two differ, with both values as people read them. */
  fields: ReadonlyArray<{ name: string; zh: string; mine: string; theirs: string }>;
  /** Gets the fields in which the other's value was chosen. */
  onSettle: (takeTheirs: readonly string[]) => unknown;
}

type Chosen = Readonly<Record<string, 'mine' | 'theirs'>>;

/** Two wrote in the same fields: both values stand side by side, and one is chosen for each. Nothing is lost before. */
export function ConflictChoice(props: Props) {
  const { chosen, choose, button } = useChosen(props, 'settle');
  return (
    <Page title={props.title} action={button}>
      <Told savedByZh={props.savedByZh} />
      {props.fields.map((field) => (
        <Card key={field.name} title={field.zh}>
          <Both field={field} own={props.savedByZh === null} chosen={chosen} onChoose={choose} />
        </Card>
      ))}
      <Rest />
    </Page>
  );
}

/** The same of one part of a page that has others: it takes the part's place and leaves the page as it is. */
export function PartConflict({ id, ...props }: Props & { id: string }) {
  const { chosen, choose, button } = useChosen(props, `settle-${id}`);
  return (
    <Card id={id} title={props.title}>
      <Told savedByZh={props.savedByZh} />
      {props.fields.map((field) => (
        <Section key={field.name} title={field.zh}>
          <Both field={field} own={props.savedByZh === null} chosen={chosen} onChoose={choose} />
        </Section>
      ))}
      <Rest />
      {button}
    </Card>
  );
}

/** What was chosen, and the button that is shut until all of it is. */
function useChosen({ fields, onSettle }: Pick<Props, 'fields' | 'onSettle'>, buttonId: string) {
  const [chosen, setChosen] = useState<Chosen>({});
  const open = fields.filter(({ name }) => chosen[name] === undefined);
  const settle = () => onSettle(fields.filter(({ name }) => chosen[name] === 'theirs').map(({ name }) => name));
  return {
    chosen,
    choose: (name: string, value: 'mine' | 'theirs') => setChosen({ ...chosen, [name]: value }),
    button: (
      <Button id={buttonId} disabled={open.length > 0} onTap={settle}>
        {open.length > 0 ? `还有 ${open.length} 项没有选` : '按所选保存'}
      </Button>
    ),
  };
}

const Told = ({ savedByZh }: Pick<Props, 'savedByZh'>) => (
  <Notice tone="warn" title={savedByZh === null ? '您在别处先保存了不同的内容' : '有人先保存了不同的内容'}>
    这一部分刚{savedByZh === null ? '在另一个窗口或设备上' : `由${savedByZh}`}
    保存过。两份不同的内容列在下面，请逐项选一份。
  </Notice>
);

interface BothProps {
  field: Props['fields'][number];
  /** Both are the reader's own. */
  own: boolean;
  chosen: Chosen;
  onChoose: (name: string, value: 'mine' | 'theirs') => void;
}

const Both = ({ field: { name, mine, theirs }, own, chosen, onChoose }: BothProps) => (
  <RadioList
    id={`contest-${name}`}
    label="保留哪一份"
    options={[
      { value: 'mine', zh: own ? '在这里写的' : '我写的', hint: mine || '（空）' },
      { value: 'theirs', zh: own ? '在别处写的' : '对方写的', hint: theirs || '（空）' },
    ]}
    value={chosen[name] ?? ''}
    onChange={(value) => onChoose(name, value === 'theirs' ? 'theirs' : 'mine')}
  />
);

const Rest = () => <View className="xh-row-detail">其余内容相同或已自动合并，不用选。</View>;
