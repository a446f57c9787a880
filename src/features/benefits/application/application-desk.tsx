import { link } from '@shared/routes';
import { useAskAgain } from '../../../client/cache/use-ask-again';
import { AskedPage } from '../../../patterns/asked-page';
import { useTopOf } from '../../../patterns/use-top-of';
import { type ApplicationView, useApplication } from './application-view';
import { Filling } from './filling';
import { Progress } from './progress';

/** One's own application: to be filled in while it is open, and how it stands once it was handed in. */
export function ApplicationDesk({ applicationId }: { applicationId: string }) {
  const ask = useApplication(applicationId);
  useAskAgain(ask.data?.own?.files.some(({ state }) => state === 'checking') ?? false, ask.refetch);
  return (
    <AskedPage ask={ask} here={link('policy/application', { applicationId })} missing="没有找到这份申报">
      {(view) => <Standing view={view} />}
    </AskedPage>
  );
}

function Standing({ view }: { view: ApplicationView }) {
  useTopOf(view.state);
  return view.own !== null && view.editable ? <Filling view={view} own={view.own} /> : <Progress view={view} />;
}
