import { allClearZh } from '@shared/screening/checks';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../../client/api';
import { useOpenFile } from '../../../../patterns/files/use-open-file';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { Notice } from '../../../../ui/notice';
import { Sheet } from '../../../../ui/sheets/sheet';
import { Tag } from '../../../../ui/tag';
import type { Review } from '../marks/mark-keeper';
import { CheckForm } from './check-form';
import { CheckPicture } from './check-picture';
import { Register } from './register';

type Check = Review['checks'][number];

/** What is recorded in the sheet: all lists at once, or one; null while it is shut. */
type Asked = 'all' | Check | null;

/** The lists that a leader and an entity are looked up in: where, how they were found, each time; and the way to record a look at one or at all. */
export function Checks({ review, records }: { review: Review; records: boolean }) {
  const [asked, setAsked] = useState<Asked>(null);
  const { open, refusal } = useOpenFile(api.screening.openCheckPicture);
  const { checks, entryId } = review;
  const close = () => setAsked(null);
  const title = asked === 'all' ? allClearZh(checks.length) : (asked?.zh ?? '');
  // The sheet stands beside the card: within it a form is deeper than WeChat draws safely.
  return (
    <>
      <Card id="checks" title="名单核查" aside={<Tag>仅内部可见</Tag>}>
        {checks.map((check) => (
          <View key={check.code} id={`check-${check.code}`} className="xh-check">
            <View className="xh-file">
              <View className="xh-row-text">{check.zh}</View>
              <Standing check={check} />
            </View>
            {check.looks.map((look) => (
              <View key={look.id} className="xh-note">
                <View>{`${look.checkedOn} ${look.resultZh} · ${look.byZh}`}</View>
                {look.note === '' ? null : <View className="xh-words">{look.note}</View>}
                <CheckPicture look={look} adds={records} onOpen={open} />
              </View>
            ))}
            <View className="xh-check-acts">
              <View className="xh-row-text">
                <Register check={check} codes={codesOf(review)} />
              </View>
              {records ? (
                <Button
                  id={`check-add-${check.code}`}
                  kind="text"
                  label={`登记结果，${check.zh}`}
                  onTap={() => setAsked(check)}
                >
                  登记结果
                </Button>
              ) : null}
            </View>
          </View>
        ))}
        {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
        {records && checks.length > 1 ? (
          <Button id="checks-all-clear" kind="secondary" onTap={() => setAsked('all')}>
            {allClearZh(checks.length)}
          </Button>
        ) : null}
      </Card>
      <Sheet id="check-sheet" open={asked !== null} title={title} onClose={close}>
        {asked === null ? null : (
          <CheckForm
            entryId={entryId}
            codes={asked === 'all' ? checks.map(({ code }) => code) : [asked.code]}
            allClear={asked === 'all'}
            onKept={close}
          />
        )}
      </Sheet>
    </>
  );
}

/** How a list was found when somebody looked last; what approval waits for is said to be so. */
function Standing({ check: { looks, required } }: { check: Check }) {
  const last = looks[looks.length - 1];
  if (last === undefined) return <Tag tone={required ? 'warn' : 'neutral'}>{required ? '通过前须核查' : '未核查'}</Tag>;
  return <Tag tone={last.clear ? 'pass' : 'warn'}>{last.resultZh}</Tag>;
}

/** By what one is looked up: the entity by its code and name, and the leader. */
function codesOf({ sections }: Review): Array<{ what: string; words: string }> {
  const line = (section: string, field: string) =>
    sections.find((each) => each.section === section)?.lines.find((each) => each.field === field)?.value ?? '';
  return [
    { what: '信用代码', words: line('entity', 'uscc') },
    { what: '主体名称', words: line('entity', 'name') },
    { what: '负责人姓名', words: line('leader', 'name') },
  ].filter(({ words }) => words !== '');
}
