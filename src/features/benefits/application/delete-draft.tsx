import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { goBack } from '../../../client/go';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { Notice } from '../../../ui/notice';
import { toastThere } from '../../../ui/sheets/toast';
import type { ApplicationView } from './application-view';

interface Props {
  view: ApplicationView;
  /** Saves what is not saved yet: nothing is on its way to a draft that is gone. */
  onFlush: () => Promise<boolean>;
}

/** Deletes an application that was never handed in, so that it stands in no list and another may be begun, as in another region. */
export function DeleteDraft({ view: { applicationId, version, moves }, onFlush }: Props) {
  const change = useChange(api.benefits.deleteDraft, touches.benefits);
  const offered = offeredOf(moves, 'deleteDraft');
  if (offered === null) return null;
  return (
    <>
      {change.failure ? <Notice tone="error">{change.failure.message}</Notice> : null}
      <SeldomMove
        id="delete-draft"
        offered={offered}
        kind="text"
        about="不申报了，或者选错了县（市、区）时用。"
        onTap={async (meant) => {
          if (!(await isMeant(meant, '删除'))) return;
          await onFlush();
          if (!(await change.run({ applicationId, version }))) return;
          toastThere('草稿已删除');
          await goBack('policies');
        }}
      />
    </>
  );
}
