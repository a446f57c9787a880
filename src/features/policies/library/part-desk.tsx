import { type DraftPart, draftParts, draftPartZh } from '@shared/policies/drafts/parts';
import { link } from '@shared/routes';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { AskedPage } from '../../../patterns/asked-page';
import { usePart } from './library-views';
import { PartForm } from './part-form';

/** One part of a draft, to fill in; of one that is proposed or published, to read. */
export function PartDesk({ policyDraftId, part: named }: { policyDraftId: string; part: string }) {
  const part: DraftPart = draftParts.find((each) => each === named) ?? 'basics';
  const ask = usePart(policyDraftId, part);
  const { refetch } = ask;
  // What is typed here is typed over what stands on the server now, never over something remembered.
  useEffect(() => void refetch(), [refetch]);
  const opened = useRef(false);
  opened.current ||= ask.isFetchedAfterMount && ask.data !== undefined;
  useEffect(() => void Taro.setNavigationBarTitle({ title: draftPartZh[part].zh }), [part]);
  return (
    <AskedPage
      ask={opened.current ? ask : { ...ask, data: undefined }}
      here={link('staff/policy-part', { policyDraftId, part })}
      missing="没有找到这份政策草稿"
    >
      {(view) => <PartForm key={part} view={view} />}
    </AskedPage>
  );
}
