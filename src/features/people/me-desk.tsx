import { hasRoleAnywhere, placeOf } from '@shared/kernel/actor';
import { untilDayZh } from '@shared/kernel/moment-words';
import { givesAnything } from '@shared/people/grants/giving';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { go, goSignIn, startAnew } from '../../client/go';
import { holdsUnsent, leaveDevice } from '../../client/session/leave-device';
import { sentenceOf } from '../../client/transport/failure';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Digits } from '../../ui/digits';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Page } from '../../ui/page';
import { confirmDanger } from '../../ui/sheets/confirm';
import { Tag } from '../../ui/tag';
import { OfficeRows } from './office-rows';
import { StaffShut } from './staff-shut';
import { answersFeedback, handlesEntries, type Me, runsContests, useMe } from './use-me';

/** Who I am here, my entries, messages, settings and complaints. */
export function MeDesk() {
  const { signedIn, me, ask } = useMe();
  if (!signedIn) {
    return (
      <Page
        title="我的"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('me'))}>
            登录
          </Button>
        }
      >
        <Empty title="还没有登录" hint="登录后可以报名、查看进度和消息。" />
        <Card>
          <ListRow id="settings" title="设置（长辈版）" onTap={() => go('account/settings')} />
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title="我的"
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {me ? <Mine me={me} /> : null}
    </Page>
  );
}

function Mine({ me }: { me: Me }) {
  const entries = useAsk(['entry', 'mine'], () => api.entry.mine({}));
  const end = useChange(api.people.signOut, touches.nothing);
  async function leave(): Promise<void> {
    const unsent = {
      title: '退出登录',
      body: '有填写的内容还没有保存到服务器，退出后会从这台设备上删除。',
      confirm: '仍要退出',
    };
    if (holdsUnsent() && !(await confirmDanger(unsent))) return;
    // Also where the server does not answer: on this device it is over.
    await end.run({});
    leaveDevice();
    await startAnew('home');
  }
  return (
    <>
      <StaffShut />
      <Card
        title={me.displayName}
        aside={
          me.phoneMasked === null ? undefined : (
            <View className="xh-row-detail">
              <Digits>{me.phoneMasked}</Digits>
            </View>
          )
        }
      >
        {me.grants.map(({ role, roleZh, scope, scopeZh, endsAt }) => {
          const id = `grant-${role}-${placeOf(scope) ?? 'all'}`;
          const detail = endsAt === undefined ? '没有期限' : `有效期至${untilDayZh(endsAt)}`;
          return <ListRow key={id} id={id} title={roleZh} detail={detail} aside={scopeZh} />;
        })}
        <ListRow
          id="notices"
          title="消息"
          aside={me.unread > 0 ? <Tag tone="warn">{`${me.unread} 条未读`}</Tag> : '没有未读'}
          onTap={() => go('account/notices')}
        />
      </Card>
      <Card title="我的项目">
        {(entries.data?.entries ?? []).map((entry) => (
          <ListRow
            key={entry.entryId}
            id={`entry-${entry.entryId}`}
            title={entry.title || '未命名项目'}
            detail={
              <>
                <View>{[entry.regionZh, entry.trackZh, entry.reference].filter(Boolean).join('，')}</View>
                {entry.nextZh ? <View>{entry.nextZh}</View> : null}
                <Tag tone={entry.tone}>{entry.stateZh}</Tag>
              </>
            }
            onTap={() => go(entry.editable ? 'entry/entry' : 'entry/status', { entryId: entry.entryId })}
          />
        ))}
        {entries.data && entries.data.entries.length === 0 ? (
          <ListRow
            id="begin"
            title="我要报名"
            detail="先做报名条件自查，再填写"
            onTap={() => go('entry/eligibility')}
          />
        ) : null}
      </Card>
      <Card title="服务">
        <ListRow id="complaint" title="投诉建议" onTap={() => go('account/complaint')} />
        {answersFeedback(me) ? (
          <ListRow id="feedback-desk" title="投诉建议办理" onTap={() => go('staff/feedback')} />
        ) : null}
        {hasRoleAnywhere(me, 'auditor') ? (
          <>
            <ListRow id="security-log" title="安全日志" onTap={() => go('staff/security')} />
            <ListRow
              id="all-openings"
              title="查看记录"
              detail="谁查看过个人信息和文件"
              onTap={() => go('staff/openings')}
            />
            <ListRow id="audit" title="审计核对" onTap={() => go('staff/audit')} />
          </>
        ) : null}
        {runsContests(me) ? (
          <>
            <ListRow id="contest-setup" title="赛场设置" onTap={() => go('staff/contest')} />
            <ListRow id="announcements" title="公告管理" onTap={() => go('staff/announcements')} />
            <ListRow id="late-codes" title="补报码" detail="报名截止后凭码报名" onTap={() => go('staff/late-codes')} />
          </>
        ) : null}
        {handlesEntries(me) || answersFeedback(me) ? (
          <ListRow
            id="award-claims"
            title="往届获奖认领"
            detail="认领码、认领的核对"
            onTap={() => go('staff/award-claims')}
          />
        ) : null}
        <OfficeRows me={me} />
        {handlesEntries(me) ? (
          <ListRow
            id="nominees"
            title="上级赛事提名"
            detail="从本县（市、区）获奖项目中提名"
            onTap={() => go('staff/nominees')}
          />
        ) : null}
        {answersFeedback(me) ? (
          <ListRow
            id="referral-board"
            title="上级赛事推荐"
            detail="名额、次序、材料包"
            onTap={() => go('staff/referral-board')}
          />
        ) : null}
        {answersFeedback(me) ? (
          <ListRow id="drift" title="各赛场与全市规定的差异" onTap={() => go('staff/drift')} />
        ) : null}
        {hasRoleAnywhere(me, 'cityStaff') ? (
          <>
            <ListRow id="unsent" title="未送达的提醒" onTap={() => go('staff/unsent')} />
            <ListRow
              id="content"
              title="名称和用词"
              detail="待核的名称、不能用的词"
              onTap={() => go('staff/content')}
            />
            <ListRow
              id="retention"
              title="保存期限"
              detail="内容保存多久，停止服务的公告"
              onTap={() => go('staff/retention')}
            />
            <ListRow id="wordings" title="通知怎么写" onTap={() => go('staff/wordings')} />
          </>
        ) : null}
        {givesAnything(me) || hasRoleAnywhere(me, 'auditor') ? (
          <ListRow id="grants" title="授权管理" onTap={() => go('staff/grants')} />
        ) : null}
        {hasRoleAnywhere(me, 'cityStaff') || hasRoleAnywhere(me, 'auditor') ? (
          <>
            <ListRow id="editions" title="届次管理" onTap={() => go('staff/editions')} />
            <ListRow
              id="award-list"
              title="获奖名单"
              detail="评选结果、公布、取消的奖项"
              onTap={() => go('staff/award-list')}
            />
            <ListRow id="policy-library" title="政策库" onTap={() => go('staff/policies')} />
          </>
        ) : null}
        <ListRow
          id="confirm-counter"
          title="确认柜台代填"
          detail="工作人员在窗口代填了您的报名，输入确认码"
          onTap={() => go('entry/confirm')}
        />
        <ListRow id="classes" title="创业培训" detail="培训班、候补、结业证书" onTap={() => go('policy/classes')} />
        <ListRow
          id="award"
          title="我的获奖"
          detail="获奖能办什么；往届获奖的，凭认领码认领"
          onTap={() => go('account/award')}
        />
        <ListRow id="use-code" title="输入邀请码" onTap={() => go('account/code')} />
        <ListRow
          id="web-sign-in"
          title="电脑登录"
          detail="扫电脑网页上的二维码，或输入登录码"
          onTap={() => go('account/web-sign-in')}
        />
        <ListRow id="devices" title="登录设备" onTap={() => go('account/devices')} />
        <ListRow id="openings" title="谁看过我的信息" onTap={() => go('account/openings')} />
        <ListRow id="consents" title="我的授权" detail="同意过什么，可以撤回" onTap={() => go('account/consents')} />
        <ListRow id="own-data" title="我的数据" detail="导出或注销账号" onTap={() => go('account/data')} />
        <ListRow id="settings" title="设置（长辈版）" onTap={() => go('account/settings')} />
      </Card>
      <Button id="sign-out" kind="text" busy={end.busy} onTap={leave}>
        退出登录
      </Button>
    </>
  );
}
