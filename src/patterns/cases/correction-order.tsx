import { momentZh } from '@shared/kernel/moment-words';
import { type Term, termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { dayEndZh } from '../../client/day-words';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/lists/list-row';
import { Numbered } from '../../ui/lists/numbered';
import { LongText } from '../../ui/long-text';
import { Notice } from '../../ui/notice';
import { Tag } from '../../ui/tag';

interface Props<Part extends string> {
  order: {
    /** The last day, `YYYY-MM-DD`. */
    dueDate: string;
    faults: ReadonlyArray<{ section: Part; sectionZh: string; text: string; field?: string | null }>;
    message: string;
    sentAt: string;
  };
  term: Term;
  /** What becomes of the case when the last day passes, as a sentence. */
  lapseZh: string;
  /** Leads to the part in which a fault was found, and to its field where that is known. */
  onFault: (part: Part, field: string | null) => unknown;
}

/** The one-time notice: everything that staff found, at once, with the last day and where to put it right. */
export function CorrectionOrder<Part extends string>({ order, term, lapseZh, onFault }: Props<Part>) {
  const { dueDate, faults, message, sentAt } = order;
  const words = termWords(term);
  return (
    <Card id="notice" title="需要补正" aside={words === null ? null : <Tag tone="warn">{words}</Tag>}>
      <Notice tone="warn" title={`请在${dayEndZh(dueDate)} 前补正并重新提交`}>
        {`${faults.length} 处问题已一次性列出，改好后提交即可。${lapseZh}`}
      </Notice>
      {faults.map(({ section, sectionZh, text, field = null }, i) => (
        <ListRow
          key={`${section} ${text}`}
          id={`fault-${i}`}
          title={<Numbered n={i + 1} text={text} of={sectionZh} />}
          onTap={() => onFault(section, field)}
        />
      ))}
      {message === '' ? null : <LongText>{`审核人员附言：${message}`}</LongText>}
      <View className="xh-row-detail">{`${momentZh(sentAt)} 通知`}</View>
    </Card>
  );
}
