import { link } from '@shared/routes';
import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { PartFaults } from '../../../patterns/cases/part-faults';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Digits } from '../../../ui/digits';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';
import { backToEntry } from '../back-to-entry';
import { type EntryView, type Member, useContest, useEntry } from '../entry-view';
import { type Invitation, InviteSheet } from './invite-sheet';
import './team.scss';

/** Who takes part: inviting, consenting, removing, leaving. */
export function TeamDesk({ entryId }: { entryId: string }) {
  const ask = useEntry(entryId);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  // The menu above offers handing on too; what is nobody's invitation leads to the home page.
  useShareAppMessage(({ from }) =>
    from === 'button' && invitation
      ? { title: '邀请您加入参赛团队', path: invitation.link }
      : { title: '星火项目创业大赛', path: link('home') },
  );
  return (
    <AskedPage ask={ask} here={link('entry/team', { entryId })} missing="没有找到这个项目">
      {(entry) => <Team entry={entry} invitation={invitation} onInvited={setInvitation} />}
    </AskedPage>
  );
}

interface Props {
  entry: EntryView;
  invitation: Invitation | null;
  onInvited: (invitation: Invitation | null) => void;
}

function Team({ entry, invitation, onInvited }: Props) {
  const { entryId, members, isLeader } = entry;
  const contest = useContest(entry.contestId, entry.rulesVersion);
  const consent = useChange(api.entry.consentAsMember, touches.entry);
  const remove = useChange(api.entry.removeMember, touches.entry);
  const leave = useChange(api.entry.leaveTeam, touches.entry);
  const [inviting, setInviting] = useState(false);
  const view = entry.sections.find(({ section }) => section === 'team');
  const open = entry.state === 'draft' || (view?.editable ?? false);
  const me = members.find(({ isMe }) => isMe);
  const leader = entry.sections.find(({ section }) => section === 'leader')?.data.name;
  const group = contest.data?.groups.find(({ zh }) => zh === entry.groupZh);
  const failure = consent.failure ?? remove.failure ?? leave.failure;

  const agree = async () => {
    if (await consent.run({ entryId, agreed: true })) toast('已确认参赛');
  };
  const takeOut = async ({ memberId, name }: Member) => {
    const body = `${name}将不再是团队成员，也不能再查看这个项目。`;
    if (await confirmDanger({ title: '移出团队', body, confirm: '移出' })) await remove.run({ entryId, memberId });
  };
  const goAway = async () => {
    const body = '退出后您不再是团队成员，也不能再查看这个项目。负责人会收到通知。';
    if (!(await confirmDanger({ title: '退出团队', body, confirm: '退出' }))) return;
    if (await leave.run({ entryId })) go('workbench');
  };
  const asks = me !== undefined && me.consentedAt === null;
  return (
    <Page
      title="团队成员"
      refused={failure?.message}
      action={
        asks ? (
          <Button id="consent" onTap={agree}>
            确认参赛
          </Button>
        ) : (
          <Button id="done" onTap={() => backToEntry(entryId)}>
            返回报名表
          </Button>
        )
      }
    >
      {asks ? (
        <Notice tone="info" title="请您本人确认">
          确认后，您作为团队成员参加本届大赛。全部成员确认后才能提交报名。
        </Notice>
      ) : null}
      <PartFaults faults={view?.faults ?? []} />
      {view?.problems.members ? <Notice tone="warn">{view.problems.members}</Notice> : null}
      <Card
        title={`共 ${members.length + 1} 人`}
        aside={
          group ? <Text className="xh-row-detail">{`“${group.zh}”${group.teamMin} 至 ${group.teamMax} 人`}</Text> : null
        }
      >
        <View className="xh-member">
          <View className="xh-row-text">
            <View>{typeof leader === 'string' && leader !== '' ? leader : '负责人'}</View>
            <View className="xh-row-detail">{isLeader ? '项目负责人（您）' : '项目负责人'}</View>
          </View>
        </View>
        {members.map((member) => (
          <MemberRow key={member.memberId} member={member} removable={isLeader && open} onRemove={takeOut} />
        ))}
      </Card>
      {isLeader && open ? (
        <Button id="invite" kind="secondary" onTap={() => setInviting(true)}>
          邀请成员
        </Button>
      ) : null}
      {isLeader && members.length === 0 ? (
        <View className="xh-team-hint">只有您一人也可以参赛；有队友的，请邀请他们本人加入并确认。</View>
      ) : null}
      {me && open ? (
        <Button id="leave" kind="text" onTap={goAway}>
          退出团队
        </Button>
      ) : null}
      <InviteSheet
        entryId={entryId}
        open={inviting}
        onClose={() => setInviting(false)}
        invitation={invitation}
        onInvited={onInvited}
      />
    </Page>
  );
}

interface RowProps {
  member: Member;
  removable: boolean;
  onRemove: (member: Member) => Promise<void>;
}

function MemberRow({ member, removable, onRemove }: RowProps) {
  const { memberId, name, roleZh, phoneMasked, access, consentedAt, isMe } = member;
  return (
    <View id={`member-${memberId}`} className="xh-member">
      <View className="xh-row-text">
        <View>{isMe ? `${name}（您）` : name}</View>
        <View className="xh-row-detail">{roleZh}</View>
        <View className="xh-row-detail">
          <Digits>{phoneMasked}</Digits>
        </View>
        <View className="xh-member-signs">
          <Tag tone={consentedAt === null ? 'warn' : 'pass'}>{consentedAt === null ? '还没有确认' : '已确认参赛'}</Tag>
          <Tag>{access === 'edit' ? '一起填写' : '只看'}</Tag>
        </View>
      </View>
      {removable ? (
        <Button id={`remove-${memberId}`} kind="text" label={`移出${name}`} onTap={() => onRemove(member)}>
          移出
        </Button>
      ) : null}
    </View>
  );
}
