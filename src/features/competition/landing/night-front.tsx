import { signUpWords } from '@shared/competition/phase-words';
import { oneEntryEach } from '@shared/entry/states';
import { dayMs, leftZh } from '@shared/kernel/moment-words';
import { fromRfc3339 } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { deadlineZh } from '../../../client/day-words';
import { serverNow } from '../../../client/server-clock';
import { Figure } from '../../../ui/figures/figure';
import { Night } from '../../../ui/night';
import { spoken } from '../../../ui/spoken';
import type { Home } from '../use-landing';

const signUpOf = ({ phases }: Home) => phases.find(({ kind }) => kind === 'signUp');

/**
 * What whoever comes to see sees first: the edition, how many days sign-up still has, and until when.
 * @param level of its heading: 2 where it stands in a page that has a title of its own
 */
export function NightFront({ home, level = 1 }: { home: Home; level?: 1 | 2 }) {
  const signUp = signUpOf(home);
  const open = signUp?.state === 'open';
  return (
    <Night brand="星火" kind="front">
      <View className="xh-home-name" {...spoken({ role: 'heading', level })}>
        {home.edition?.nameZh}
      </View>
      <View className="xh-night-about">{`${home.contests.length} 个赛场同时开赛`}</View>
      {open ? (
        <>
          <Left closesAt={signUp.closesAt} />
          <View>{deadlineZh(signUp.closesAt)}</View>
          <View className="xh-night-about">{oneEntryEach}</View>
        </>
      ) : (
        <View className="xh-home-standing">{signUpWords(signUp, serverNow())}</View>
      )}
    </Night>
  );
}

/** Days as a figure; hours and minutes of the last day in words. */
function Left({ closesAt }: { closesAt: string }) {
  const left = Math.max(1, (fromRfc3339(closesAt) ?? 0) - serverNow());
  const days = Math.floor(left / dayMs);
  return (
    <>
      <View className="xh-night-accent xh-home-left">报名还剩</View>
      {days > 0 ? (
        <Figure size="hero" value={days} unit="天" />
      ) : (
        <View className="xh-home-last">{leftZh(left).replace('还剩', '').trim()}</View>
      )}
    </>
  );
}

/** The same above what somebody has to do: one line. */
export function NightStrip({ home }: { home: Home }) {
  return (
    <Night brand="星火" kind="strip">
      <View className="xh-night-about">
        <View className="xh-unbroken xh-home-strip-name">{home.edition?.nameZh}</View>
        <View className="xh-unbroken">{stripWords(home)}</View>
      </View>
    </Night>
  );
}

function stripWords(home: Home): string {
  const signUp = signUpOf(home);
  if (signUp?.state !== 'open') return signUpWords(signUp, serverNow());
  return `报名${leftZh(Math.max(1, (fromRfc3339(signUp.closesAt) ?? 0) - serverNow()))}`;
}
