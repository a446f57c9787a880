import { plainParams } from '@shared/kernel/page-params';
import { useRouter } from '@tarojs/taro';
import { useMemo } from 'react';

/** The parameters that this page was opened with, in plain text: phones hand them out as they stand in the address, and so does Taro in a browser. */
export function usePageParams(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return useMemo(() => plainParams(params), [params]);
}
