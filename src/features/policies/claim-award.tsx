import { go } from '../../client/go';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** That no award is known: whoever won before comes to theirs in one tap, and nobody else has anything to do. */
export const ClaimAward = () => (
  <>
    <Notice tone="info" title="没有您的获奖记录">
      往届获过奖的，认领后按获奖情况答复；没有获过奖的不用办。本届获奖后自动更新。
    </Notice>
    <Button id="claim-award" kind="secondary" onTap={() => go('account/award')}>
      认领获奖
    </Button>
  </>
);
