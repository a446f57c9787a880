import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { PartFaults } from '../../../patterns/cases/part-faults';
import { SlotCard } from '../../../patterns/files/slot-card';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { applicationTransfers } from './application-transfers';
import type { OwnView } from './application-view';
import { Given } from './given';

/** What is asked for only later stands here once it is. */
const isShown =
  ({ files }: OwnView) =>
  ({ code, open }: OwnView['slots'][number]): boolean =>
    open || files.some(({ slot }) => slot === code);

/** The documents of an application, slot by slot, each with the offices that see it. */
export function ApplicationFiles({ applicationId, own }: { applicationId: string; own: OwnView }) {
  const { open, refusal } = useOpenFile(api.benefits.openFile);
  const remove = useChange(api.benefits.removeFile, touches.benefits);
  const giveUp = useChange(api.benefits.cancelUpload, touches.benefits);
  const give = useChange(api.benefits.giveAgain, touches.benefits);
  const told = refusal ?? (give.failure ?? remove.failure ?? giveUp.failure)?.message ?? null;
  return (
    <Section title="材料">
      <PartFaults faults={own.filesFaults} />
      {told === null ? null : <Notice tone="error">{told}</Notice>}
      {own.slots.filter(isShown(own)).map(({ needed, seenByZh, given, ...slot }) => (
        <SlotCard
          key={slot.code}
          subjectId={applicationId}
          slot={slot}
          need={{ asked: true, needed, why: `由${seenByZh.join('、') || '办理单位'}查看` }}
          materials={own.files}
          transfers={applicationTransfers}
          editable={slot.open}
          onOpen={open}
          shutZh=""
          onRemove={(uploadId) => remove.run({ uploadId })}
          onGiveUp={(uploadId) => giveUp.run({ uploadId })}
        >
          <Given
            slot={slot}
            given={given}
            from={own.files.find((file) => file.slot === slot.code && file.current)?.givenZh ?? null}
            onGive={(uploadId) => give.run({ applicationId, slot: slot.code, uploadId })}
          />
        </SlotCard>
      ))}
    </Section>
  );
}
