import { groupDigits } from '@shared/kernel/group-digits';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { goInstead } from '../../../client/go';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/fields/text-area';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Sheet } from '../../../ui/sheets/sheet';
import { type PartView, useEntriesIn } from './edition-views';
import type { PartKeeper } from './part-keeper';

interface Props {
  view: PartView;
  keeper: PartKeeper;
  /** Something typed is still on its way. */
  unsaved: boolean;
}

/** What was changed of a published part becomes a new version, with its reason, or is taken back. */
export function PublishPart({ view: { editionId, part, zh, state, problems, changes }, keeper, unsaved }: Props) {
  const publish = useChange(api.competition.publishPart, touches.competition);
  const drop = useChange(api.competition.dropPartChanges, touches.competition);
  const [open, setOpen] = useState(false);
  const form = useTypedForm('publish-part', `${editionId}:${part}`);
  const [reason, setReason] = form.field('reason', '');
  const entries = useEntriesIn(open ? editionId : null);
  const errors = useFieldErrors(publish.failure, { reason: isBlank(reason) && '请写明原因' });
  const changed = state === 'changed' || unsaved;
  const wrongs = Object.keys(problems).length;
  const leave = () => goInstead('staff/edition', { editionId });
  // What is asked about is what is kept.
  const ask = async () => {
    if (await keeper.flush()) setOpen(true);
  };
  const send = async () => {
    if (!(await keeper.flush())) return;
    const { version } = keeper.read().server;
    if (!(await publish.run({ editionId, part, version, reason: reason.trim() }))) return;
    form.sent();
    await leave();
  };
  const takeBack = async () => {
    const body = '上次发布以后在这一部分填写的改动都会去掉，参赛者看到的不变。';
    if (!(await confirmDanger({ title: '放弃改动', body, confirm: '放弃' })) || !(await keeper.flush())) return;
    const { version } = keeper.read().server;
    if (await drop.run({ editionId, part, version })) await leave();
  };
  if (!changed) return <View className="xh-row-detail">改动后要写明原因再发布，发布前参赛者看不到。</View>;
  return (
    <>
      <Button id="publish-part" disabled={wrongs > 0} onTap={ask}>
        {wrongs > 0 ? `还有 ${wrongs} 处没有填好` : '发布改动'}
      </Button>
      <Button id="drop-changes" kind="text" busy={drop.busy} onTap={takeBack}>
        放弃改动
      </Button>
      <Sheet id="publish-sheet" open={open} title={`发布“${zh}”的改动`} onClose={() => setOpen(false)}>
        <Changes changes={changes} />
        <Notice tone="warn">{concernedZh(entries.data)}</Notice>
        <AskedForm errors={errors} button={{ id: 'publish-send', zh: '发布改动', busy: publish.busy }} onSend={send}>
          <TextArea
            id="field-reason"
            label="原因"
            hint="参赛者和审核人员都会看到"
            max={200}
            value={reason}
            onChange={setReason}
            error={errors.of('reason')}
          />
        </AskedForm>
      </Sheet>
    </>
  );
}

/** So many changes stand one by one. */
const shown = 8;

/** What is different from what people read now. */
function Changes({ changes }: Pick<PartView, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <View id="publish-changes">
      {changes.slice(0, shown).map(({ zh, before, after }) => (
        <View key={zh} className="xh-part-change">
          <View>{zh}</View>
          {before === '' && after === '' ? null : (
            <View className="xh-row-detail">{`原为：${before}；改为：${after}`}</View>
          )}
        </View>
      ))}
      {changes.length > shown ? <View className="xh-row-detail">{`另有 ${changes.length - shown} 处改动`}</View> : null}
    </View>
  );
}

/** Whom a new version concerns, and whom it does not. */
function concernedZh(entries: { drafts: number; sent: number } | undefined): string {
  const sent = entries === undefined ? '已经提交的项目' : `已经提交的 ${groupDigits(entries.sent)} 个项目`;
  const drafts = entries === undefined ? '填写中的项目' : `填写中的 ${groupDigits(entries.drafts)} 个项目`;
  return `${sent}仍按提交时的规定审核和补正；${drafts}按新规定，团队会看到改了什么。各县（市、区）审核人员会收到通知。`;
}
