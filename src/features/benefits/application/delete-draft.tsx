import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { goBack } from '../../../client/go';
import { offeredOf } from '../../../patterns/cases/offered';
import { WayOut } from '../../../patterns/cases/way-out';
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
  return (
    <WayOut
      id="delete-draft"
      offered={offeredOf(moves, 'deleteDraft')}
      about="不申报了，或者选错了县（市、区）时用。"
      failure={change.failure}
      yes="删除"
      onMeant={async () => {
        await onFlush();
        if (!(await change.run({ applicationId, version }))) return;
        toastThere('草稿已删除');
        await goBack('policies');
      }}
    />
  );
}
