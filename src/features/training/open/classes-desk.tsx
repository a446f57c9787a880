import { formatFullDateZh } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { dayZh, untilZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { useSessionHeld } from '../../../client/session/use-session-held';
import { useShare } from '../../../client/use-share';
import { AskedPage } from '../../../patterns/asked-page';
import { ClosingNote } from '../../../patterns/closing-note';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import { ClassRows, isAhead } from './class-rows';
import { Topics } from './topics';

/** Classes that one can enrol in, topics that one may want, and what is one's own. */
export function ClassesDesk() {
  useShare('创业培训班', 'policy/classes');
  const ask = useAsk(['training', 'classes'], () => api.training.classes({}));
  return (
    <AskedPage ask={ask} here={link('policy/classes')} missing="没有找到培训班">
      {({ classes, topics, orderZh }) => {
        const open = classes.filter((each) => isAhead(each) && each.free > 0).length;
        return (
          <Page title={open > 0 ? `${open} 个培训班还有名额` : '现在没有空名额，可以候补'}>
            <ClosingNote scopes={['module:training']} />
            <Mine />
            <Section title="培训班">
              {classes.length === 0 ? <Empty title="还没有培训班" hint="开班后会列在这里。" /> : null}
              <ClassRows classes={classes} to="policy/class" />
              <Notice tone="info">{orderZh}</Notice>
            </Section>
            {topics.length === 0 ? null : <Topics topics={topics} />}
            <Section title="结业证书">
              <ListRow id="check-certificate" title="核验证书" onTap={() => go('policy/certificate')} />
            </Section>
          </Page>
        );
      }}
    </AskedPage>
  );
}

const voucherZh = { free: '可用', used: '已用', over: '已到期' } as const;

/** One's own classes and vouchers; nothing while there are none. */
function Mine() {
  const held = useSessionHeld();
  const { data } = useAsk(['training', 'mine'], () => api.training.myTraining({}), held);
  if (!held || !data || (data.enrolments.length === 0 && data.vouchers.length === 0)) return null;
  return (
    <Section title="我的培训">
      {data.enrolments.map(({ enrolmentId, classId, title, startsAt, offerEndsAt, tone, stateZh }) => (
        <ListRow
          key={enrolmentId}
          id={`mine-${enrolmentId}`}
          title={title}
          detail={offerEndsAt === null ? `${dayZh(startsAt)}开课` : `名额留到${untilZh(offerEndsAt)}`}
          aside={<Tag tone={tone}>{stateZh}</Tag>}
          onTap={() => go('policy/class', { classId })}
        />
      ))}
      {data.vouchers.map(({ voucherId, awardZh, until, state }) => (
        <ListRow
          key={voucherId}
          id={`voucher-${voucherId}`}
          title={`培训券（${awardZh}）`}
          detail={`有效期至${formatFullDateZh(until)}，报名时用`}
          aside={<Tag tone={state === 'free' ? 'pass' : 'neutral'}>{voucherZh[state]}</Tag>}
        />
      ))}
      {data.vouchers.length === 0 ? null : (
        <View className="xh-row-detail">培训券只能本人用一次，不能兑现金，不能转让；开课前取消报名会退回。</View>
      )}
    </Section>
  );
}
