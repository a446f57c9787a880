import { Notice } from '../../ui/notice';
import { useMe } from './use-me';

/** Says why somebody who works here finds no work: in this network nobody does so on the web. */
export function StaffShut() {
  const { me } = useMe();
  if (!me?.staffShut) return null;
  return (
    <Notice tone="warn" title="当前网络不能办理工作事项">
      请在单位网络打开网页，或用手机小程序办理。您自己的报名和消息不受影响。
    </Notice>
  );
}
