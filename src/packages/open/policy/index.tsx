import { useRouter } from '@tarojs/taro';
import { PolicyDesk } from '../../../features/policies/policy-desk';

export default function PolicyPage() {
  return <PolicyDesk code={useRouter().params.code ?? ''} />;
}
