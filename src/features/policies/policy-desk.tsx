import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { Card } from '../../ui/card';
import { KeyValue } from '../../ui/lists/key-value';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';

/** One policy with its document number and dates. */
export function PolicyDesk({ code }: { code: string }) {
  const ask = useAsk(['policies', 'get', code], () => api.policies.get({ code }));
  const policy = ask.data;
  useShare(policy?.titleZh ?? '创业扶持政策', 'open/policy', { code });
  return (
    <Page
      title={policy?.titleZh}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {policy ? (
        <>
          {policy.inForce ? null : <Notice tone="warn">政策已到期，请咨询本县（市、区）人社部门。</Notice>}
          <Card>
            <View className="xh-prose">{policy.bodyZh}</View>
          </Card>
          <Card title="依据">
            <KeyValue
              items={[
                { label: '文号', value: policy.docNo },
                { label: '生效', value: policy.effectiveFrom ?? '以正式文件为准' },
                { label: '失效', value: policy.effectiveTo ?? '以正式文件为准' },
                { label: '确认情况', value: policy.confirmedZh },
              ]}
            />
          </Card>
        </>
      ) : null}
    </Page>
  );
}
