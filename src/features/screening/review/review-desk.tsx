import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { Failure, mayPass, sentenceOf } from '../../../client/transport/failure';
import { RefusedPage } from '../../../patterns/refused-page';
import { Page } from '../../../ui/page';
import { BackToQueue } from '../queue/back-to-queue';
import { filterFrom } from '../queue/queue-link';
import { RecalledReview } from './recalled-review';
import { ReviewWork } from './review-work';
import '../screening.scss';

interface Props {
  entryId: string;
  /** The filter of the queue that one came from, as its link says it; all that waits when the page was opened otherwise. */
  params?: Readonly<Record<string, string | undefined>>;
}

/** The review page of one entry: what was submitted, what is to be judged, and what can be done. */
export function ReviewDesk({ entryId, params = {} }: Props) {
  const [filter] = useState(() => filterFrom(params));
  const { data, error, refetch } = useAsk(['screening', 'review', entryId], () => api.screening.review({ entryId }));
  // An older answer stays on show when a new one does not come: nothing typed beside it is lost.
  const refusal = error instanceof Failure && !mayPass(error) ? error : null;
  if (data?.contact) return <RecalledReview review={data} contact={data.contact} filter={filter} />;
  if (data) return <ReviewWork key={data.entryId} review={data} filter={filter} outdated={refusal?.message ?? null} />;
  if (refusal)
    return (
      <RefusedPage
        failure={refusal}
        title="您不能审核这个项目"
        here={link('staff/review', { entryId })}
        way={<BackToQueue />}
      />
    );
  return <Page state={error ? 'error' : 'loading'} error={sentenceOf(error)} onRetry={() => refetch()} />;
}
