import { type PartName, partNames, parts } from '@shared/competition/parts';
import { link } from '@shared/routes';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { AskedPage } from '../../../patterns/asked-page';
import { usePart } from './edition-views';
import { PartForm } from './part-form';

/** One part of an edition: to fill in and confirm before publishing, to change with a reason afterwards. */
export function PartDesk({ editionId, part: named }: { editionId: string; part: string }) {
  const part: PartName = partNames.find((each) => each === named) ?? 'basics';
  const ask = usePart(editionId, part);
  const { refetch } = ask;
  // What is typed here is typed over what stands on the server now, never over something remembered.
  useEffect(() => void refetch(), [refetch]);
  const opened = useRef(false);
  opened.current ||= ask.isFetchedAfterMount && ask.data !== undefined;
  useEffect(() => void Taro.setNavigationBarTitle({ title: parts[part].zh }), [part]);
  return (
    <AskedPage
      ask={opened.current ? ask : { ...ask, data: undefined }}
      here={link('staff/edition-part', { editionId, part })}
      missing="没有找到这一届"
    >
      {(view) => <PartForm key={part} view={view} />}
    </AskedPage>
  );
}
