import { hasRoleAnywhere } from '@shared/kernel/actor';
import { momentZh } from '@shared/kernel/moment-words';
import { termTone, termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { KeysetList } from '../../patterns/keyset-list';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Segmented } from '../../ui/fields/segmented';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { FeedbackAnswer } from './feedback-desk-answer';
import { FeedbackContact } from './feedback-desk-contact';
import { type Feedback, useFeedbackList } from './feedback-desk-list';
import { useMe } from './use-me';
import './feedback-desk.scss';

const lists = [
  { value: 'waiting', zh: '待答复' },
  { value: 'answered', zh: '已答复' },
] as const;

/** Complaints, suggestions and questions for the city: waiting ones first, each answered once. */
export function FeedbackDesk() {
  const [list, setList] = useState<(typeof lists)[number]['value']>('waiting');
  const [chosen, setChosen] = useState<Feedback | null>(null);
  const query = useFeedbackList(list === 'answered');
  const { me } = useMe();
  const answers = hasRoleAnywhere(me, 'cityStaff');
  const waiting = query.first?.waiting ?? null;

  return (
    <Page wide title="投诉建议办理">
      <Segmented id="feedback-list" label="办理情况" options={lists} value={list} onChange={setList} />
      {waiting === null || list === 'answered' ? null : (
        <View id="feedback-count" className="xh-feedback-count">
          待答复 {waiting} 件
        </View>
      )}
      <KeysetList
        id="feedback-more"
        list={query}
        empty={
          <Empty
            title={list === 'waiting' ? '没有待答复的投诉建议' : '还没有答复过的投诉建议'}
            hint={
              list === 'waiting' ? '收到新的投诉、建议或咨询时，会出现在这里并通知您' : '答复后的投诉建议会列在这里'
            }
          />
        }
      >
        {(rows) => rows.map((item) => <FeedbackCard key={item.id} item={item} onAnswer={answers ? setChosen : null} />)}
      </KeysetList>
      {chosen === null ? null : <FeedbackAnswer key={chosen.id} item={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}

function FeedbackCard({ item, onAnswer }: { item: Feedback; onAnswer: ((item: Feedback) => void) | null }) {
  const words = termWords(item);
  return (
    <Card
      id={`feedback-${item.id}`}
      title={item.kindZh}
      aside={words ? <Tag tone={termTone(item)}>{words}</Tag> : null}
    >
      <View className="xh-row-detail">
        {item.reference} · {momentZh(item.createdAt)}
      </View>
      <View className="xh-feedback-words">{item.body}</View>
      {item.contactMasked === null ? null : (
        <FeedbackContact feedbackId={item.id} masked={item.contactMasked} opens={onAnswer !== null} />
      )}
      {item.answer === null ? null : (
        <Notice tone="pass" title={`答复${item.answeredAt === null ? '' : `　${momentZh(item.answeredAt)}`}`}>
          {item.answer}
        </Notice>
      )}
      {item.answer === null && onAnswer !== null ? (
        <Button id={`answer-${item.id}`} kind="secondary" onTap={() => onAnswer(item)}>
          答复
        </Button>
      ) : null}
    </Card>
  );
}
