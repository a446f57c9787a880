import type { openedFile } from '@shared/files/contract';
import { useState } from 'react';
import { touches } from '../../client/cache/touches';
import { type Act, useChange } from '../../client/cache/use-change';
import { sentenceOf } from '../../client/transport/failure';
import { openFile } from '../../client/uploads/open-file';

type Opened = (typeof openedFile)['_zod']['output'];

/**
 * Opens a file: its address is asked for, and what stands there is shown.
 * @param act the area's procedure that gives the address, and logs it
 */
export function useOpenFile(act: Act<{ uploadId: string }, Opened>) {
  const { run, failure } = useChange(act, touches.nothing);
  const [unopened, setUnopened] = useState<string | null>(null);
  const open = async (uploadId: string): Promise<void> => {
    setUnopened(null);
    const address = await run({ uploadId });
    if (address) await openFile(address).catch((error: unknown) => setUnopened(sentenceOf(error)));
  };
  return { open, refusal: failure?.message ?? unopened };
}
