import { link } from '@shared/routes';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { PolicyReading } from '../policy-reading';

/** How a draft would read on everybody's page on its first day: made of that page's own pieces. */
export function PreviewDesk({ policyDraftId }: { policyDraftId: string }) {
  const ask = useAsk(['policies', 'previewDraft', policyDraftId], () => api.policies.previewDraft({ policyDraftId }));
  return (
    <AskedPage ask={ask} here={link('staff/policy-preview', { policyDraftId })} missing="没有找到这份政策草稿">
      {({ policy, answer, exampleZh, missing }) => (
        <Page title={policy.titleZh || '没有名称的政策'} over="预览，还没有发布">
          {missing > 0 ? <Notice tone="warn">{`还有 ${missing} 处没有填好，填好后再看一次。`}</Notice> : null}
          {exampleZh === null ? null : <Notice tone="info">{`“您的情况”按示例“${exampleZh}”核对。`}</Notice>}
          <PolicyReading policy={policy} answer={answer} preview />
        </Page>
      )}
    </AskedPage>
  );
}
