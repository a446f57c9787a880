import type { openedFile } from '@shared/files/contract';
import { useEffect, useRef, useState } from 'react';
import { touches } from '../../client/cache/touches';
import { type Act, useChange } from '../../client/cache/use-change';
import { sentenceOf } from '../../client/transport/failure';
import { placeToShow } from '../../client/uploads/open-file';

type Opened = (typeof openedFile)['_zod']['output'];

/** A file as it stands beside what is judged: where this device may show it from, for a few minutes. */
export type ShownFile = { uploadId: string; opened: Opened; place: string };

/**
 * Opens a file to be shown on the page itself; the latest that was asked for stands.
 * @param act the area's procedure that gives the address, and logs it
 */
export function useShownFile(act: Act<{ uploadId: string }, Opened>) {
  const { run, failure } = useChange(act, touches.nothing);
  const [shown, setShown] = useState<ShownFile | null>(null);
  const [unopened, setUnopened] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wanted = useRef<string | null>(null);
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  const show = async (uploadId: string): Promise<void> => {
    wanted.current = uploadId;
    setUnopened(null);
    setBusy(true);
    const opened = await run({ uploadId });
    const place = opened && (await placeToShow(opened).catch((error: unknown) => new Error(sentenceOf(error))));
    if (wanted.current !== uploadId) return;
    setBusy(false);
    if (place instanceof Error) setUnopened(place.message);
    setShown(opened && typeof place === 'string' ? { uploadId, opened, place } : null);
  };
  return { shown, busy, show, refusal: failure?.message ?? unopened };
}
