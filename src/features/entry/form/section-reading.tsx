import { askedFields } from '@shared/entry/fields';
import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Digits } from '../../../ui/digits';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { backToEntry } from '../back-to-entry';
import { choicesOf, shownValue } from '../begin/choices';
import type { Contest, EntryView, Home, SectionView } from '../entry-view';
import { GivenConsents } from '../team/given-consents';
import { overWords } from './closing';
import { closingOf, useClosing } from './use-closing';

interface Props {
  entry: EntryView;
  view: SectionView;
  contest: Contest;
  home: Home;
}

const masked = (value: string | undefined) => (value ? <Digits>{value}</Digits> : '');

const why = (entry: EntryView, view: SectionView, over: boolean): string => {
  if (over) return `${overWords(entry)}。已填的内容还在，现在只能查看。`;
  if (entry.state === 'returned' && entry.canEdit) return '审核人员没有要求修改这一部分，现在只能查看。';
  if (!entry.editable) return '项目已提交，现在只能查看。';
  if (entry.canEdit && view.section === 'declaration') return '承诺须由项目负责人本人填写，您可以查看。';
  return '您只能查看这个项目，如需修改请联系负责人。';
};

/** A part that may not be changed now: what stands in it, and why it is closed. */
export function SectionReading({ entry, view, contest, home }: Props) {
  const stage = useClosing(closingOf(entry));
  return (
    <Page
      title={view.zh}
      action={
        <Button id="back" kind="secondary" onTap={() => backToEntry(entry.entryId)}>
          返回报名表
        </Button>
      }
    >
      <Notice tone="neutral">{why(entry, view, stage === 'over')}</Notice>
      {view.section === 'declaration' ? (
        <Card title="承诺书">
          <View className="xh-own-words">{contest.declaration.bodyZh}</View>
        </Card>
      ) : null}
      <Card>
        <KeyValue
          items={askedFields(view.section, view.data, contest.identityPapers).map((field) => ({
            label: field.zh,
            value:
              field.input === 'sealed'
                ? masked(view.masked[field.name])
                : shownValue(
                    field,
                    view.data[field.name] ?? (field.from === 'papers' ? 'resident_id' : null),
                    choicesOf(field, contest, home),
                  ),
          }))}
        />
      </Card>
      {view.section === 'declaration' && entry.isLeader ? (
        <GivenConsents entryId={entry.entryId} consents={entry.consents} />
      ) : null}
      {view.savedAt ? <View className="xh-row-detail">{`${momentZh(view.savedAt)} 保存`}</View> : null}
    </Page>
  );
}
