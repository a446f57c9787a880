import { formatFullDateZh } from '@shared/kernel/shanghai';
import { api } from '../client/api';
import { useAsk } from '../client/cache/use-ask';
import { Notice } from '../ui/notice';

/**
 * That a part of the product stops or has stopped being served, for the page by which something new would come into it.
 * @param scopes what it would come into, as closings name it: `module:training`; the whole service is always among them
 */
export function ClosingNote({ scopes }: { scopes: readonly string[] }) {
  const { data } = useAsk(['rights', 'closings'], () => api.rights.closings({}));
  const closing = data?.closings.find(({ scope }) => scope === 'service' || scopes.includes(scope));
  if (!closing) return null;
  const { whatZh, closesOn, stopped } = closing;
  const day = formatFullDateZh(closesOn);
  return (
    <Notice tone="warn">
      {stopped
        ? `“${whatZh}”自${day}起已停止，不再接受新的内容，已提交的照常办理。`
        : `“${whatZh}”${day}起停止，要办的请在此之前提交。`}
    </Notice>
  );
}
