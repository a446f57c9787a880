import { link } from '@shared/routes';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { WordingForm } from './wording-form';

/** What one notice says, to be written by the city in its own words. */
export function WordingDesk({ notice }: { notice: string }) {
  const ask = useAsk(['notices', 'wording', notice], () => api.notices.wording({ notice }));
  return (
    <AskedPage ask={ask} here={link('staff/wording', { notice })} missing="没有找到这条通知，请返回列表">
      {(wording) => <WordingForm key={wording.version} wording={wording} />}
    </AskedPage>
  );
}
