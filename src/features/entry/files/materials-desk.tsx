import { signedFormSlot } from '@shared/entry/counter/counter';
import { isPersonalSlot, personalFileZh } from '@shared/entry/needed-slots';
import { link } from '@shared/routes';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAskAgain } from '../../../client/cache/use-ask-again';
import { useChange } from '../../../client/cache/use-change';
import { AskedPage } from '../../../patterns/asked-page';
import { PartFaults } from '../../../patterns/cases/part-faults';
import { OlderFiles } from '../../../patterns/files/older-files';
import { SlotCard } from '../../../patterns/files/slot-card';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { useTransfers, useWarnOnClose } from '../../../patterns/files/use-transfers';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { backToEntry } from '../back-to-entry';
import { type Contest, type EntryView, useContest, useEntry } from '../entry-view';
import { ClosingBanner, Countdown } from '../form/closing';
import { closingOf, useClosing } from '../form/use-closing';
import { entryTransfers } from './entry-transfers';
import { RenewedSlot } from './renewed-slot';
import { slotNeed } from './slot-needs';

/** The documents of an entry, slot by slot; transfers go on when the page is left. */
export function MaterialsDesk({ entryId }: { entryId: string }) {
  const entry = useEntry(entryId);
  const contest = useContest(entry.data?.contestId, entry.data?.rulesVersion);
  const { refetch } = entry;
  const checking = entry.data?.materials.some(({ state }) => state === 'checking') ?? false;
  useAskAgain(checking, refetch);
  const here = link('entry/materials', { entryId });
  return (
    <AskedPage ask={entry} here={here} missing="没有找到这个项目">
      {(data) => (
        <AskedPage ask={contest} here={here} missing="没有找到这个赛场">
          {(theContest) => <Slots entry={data} contest={theContest} refresh={refetch} />}
        </AskedPage>
      )}
    </AskedPage>
  );
}

function Slots({ entry, contest, refresh }: { entry: EntryView; contest: Contest; refresh: () => Promise<unknown> }) {
  const { entryId, materials } = entry;
  const onTheirWay = useTransfers(entryTransfers);
  const { open, refusal: unopened } = useOpenFile(api.entry.openMaterial);
  const remove = useChange(api.entry.removeMaterial, touches.entry);
  const giveUp = useChange(api.entry.cancelUpload, touches.entry);
  useWarnOnClose(entryTransfers);
  const view = entry.sections.find(({ section }) => section === 'materials');
  const stage = useClosing(closingOf(entry));
  const editable = stage !== 'over' && (view?.editable ?? false);
  // What was begun at the counter has a place for the form that was signed on paper.
  const signs = entry.waitsUntil !== null || materials.some(({ slot }) => slot === signedFormSlot.code);
  const all = signs ? [...contest.slots, signedFormSlot] : contest.slots;
  const slots = all
    .map((slot) => ({ slot, need: slotNeed(slot, entry, contest) }))
    // What stands in a slot that is asked no more can still be deleted.
    .filter(({ slot, need }) => need.asked || materials.some((each) => each.slot === slot.code && each.current));
  const missing = slots.filter(
    ({ slot, need }) => need.needed && !materials.some((each) => each.slot === slot.code && each.current),
  );
  // Files of a slot that the rules have no more: nothing sent is lost.
  const left = materials.filter(({ slot }) => !all.some(({ code }) => code === slot));
  const sending = onTheirWay.some((each) => each.subjectId === entryId && each.state === 'sending');
  const refusal = unopened ?? (remove.failure ?? giveUp.failure)?.message ?? null;
  return (
    <Page
      title="参赛材料"
      action={
        <>
          <Countdown entry={entry} stage={stage} />
          {sending ? <Notice tone="info">文件正在上传，可以先去填别的，请不要关闭网页或小程序。</Notice> : null}
          <Button id="done" onTap={() => backToEntry(entryId)}>
            返回报名表
          </Button>
        </>
      }
    >
      <ClosingBanner entry={entry} stage={stage} refresh={refresh} />
      <PartFaults faults={view?.faults ?? []} />
      {editable ? (
        <Notice tone={missing.length > 0 ? 'info' : 'pass'}>
          {missing.length > 0 ? `还差：${missing.map(({ slot }) => slot.zh).join('、')}` : '必传的材料已经传齐'}
        </Notice>
      ) : (
        <Notice tone="neutral">
          {entry.renewals.some(({ closed }) => closed === null)
            ? '已提交的材料只能查看，路演材料还可以更换。'
            : '材料现在只能查看。'}
        </Notice>
      )}
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {slots.map(({ slot, need }) => {
        const renewal = entry.renewals.find(({ slot: code }) => code === slot.code);
        const shown = {
          subjectId: entryId,
          slot,
          need,
          materials,
          transfers: entryTransfers,
          onOpen: isPersonalSlot(slot) && !entry.isLeader ? null : open,
          shutZh: personalFileZh,
          onGiveUp: (uploadId: string) => giveUp.run({ uploadId }),
        };
        if (renewal) return <RenewedSlot key={slot.code} {...shown} renewal={renewal} />;
        const onRemove = (uploadId: string) => remove.run({ uploadId });
        return <SlotCard key={slot.code} {...shown} editable={editable} onRemove={onRemove} />;
      })}
      {left.length > 0 ? (
        <Card title="现在的规定不再要的文件">
          <OlderFiles slot="gone" files={left} onOpen={open} />
        </Card>
      ) : null}
    </Page>
  );
}
