import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';

export default function OpenMissingPage() {
  return (
    <Page>
      <Empty whole title="没有这个页面" hint="链接可能已失效或不完整，请从首页进入。" />
    </Page>
  );
}
