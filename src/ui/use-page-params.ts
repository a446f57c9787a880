import { plainParams } from '@shared/kernel/page-params';
import { useRouter } from '@tarojs/taro';
import { useMemo } from 'react';

/** The parameters that this page was opened with, in plain text in every home: a browser's router has decoded them, WeChat has not. */
export function usePageParams(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return useMemo(() => (process.env.TARO_ENV === 'weapp' ? plainParams(params) : params), [params]);
}
