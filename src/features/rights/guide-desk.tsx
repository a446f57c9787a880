import { formatFullDateZh } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { go } from '../../client/go';
import { useSessionHeld } from '../../client/session/use-session-held';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { KeyValue } from '../../ui/lists/key-value';
import { ListRow } from '../../ui/lists/list-row';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { ClosingWords } from './closing-words';

type Guide = Awaited<ReturnType<typeof api.rights.guide>>;

/** What is kept of persons, who is given it and until when, as the server itself declares it; nobody writes it by hand. */
export function GuideDesk() {
  useShare('个人信息保护说明', 'open/privacy');
  const ask = useAsk(['rights', 'guide'], () => api.rights.guide({}));
  return (
    <Page
      title="个人信息保护说明"
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {ask.data ? <Parts guide={ask.data} /> : null}
    </Page>
  );
}

function Parts({ guide }: { guide: Guide }) {
  const signedIn = useSessionHeld();
  const contact = [
    { label: '处理者', value: guide.organiserZh },
    { label: '联系方式', value: guide.contactZh },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <Section id="handler" title="谁处理您的信息">
        <KeyValue items={contact} />
      </Section>
      <Section id="receivers" title="经您同意后提供给谁">
        {guide.consents.map(({ zh, receiverZh, purposeZh, fieldsZh, untilZh }) => (
          <View key={zh}>
            <View className="xh-row-text">{zh}</View>
            <KeyValue
              items={[
                { label: '谁能看到', value: receiverZh },
                { label: '用途', value: purposeZh },
                { label: '哪些信息', value: fieldsZh },
                { label: '保存到', value: untilZh },
              ].filter(({ value }) => value !== '')}
            />
          </View>
        ))}
      </Section>
      <Section id="kept" title="保存哪些信息">
        {guide.rooms.map(({ zh, kept, staysZh }) => (
          <View key={zh}>
            <View className="xh-row-text">{zh}</View>
            {kept.map((one) => (
              <View key={one.zh} className="xh-row-detail">{`${one.zh}：${one.fieldsZh}`}</View>
            ))}
            {staysZh.map((line) => (
              <View key={line} className="xh-row-detail">{`注销后仍保留：${line}`}</View>
            ))}
          </View>
        ))}
      </Section>
      <Section id="terms" title="保存多久">
        {guide.sealedMonths === null ? null : (
          <View className="xh-row-detail">{`证件号码、报名手机号和证件照片：本届审核结束后 ${guide.sealedMonths} 个月`}</View>
        )}
        {guide.terms.map(({ zh, termZh, fromZh, basisZh }) => (
          <View key={zh} className="xh-row-detail">{`${zh}：${fromZh}后 ${termZh}。依据：${basisZh}`}</View>
        ))}
      </Section>
      {guide.closings.map(({ scope, whatZh, closesOn, note, ...words }) => (
        <Section key={scope} id={`closing-${scope.replace(':', '-')}`} title={`${whatZh}停止服务说明`}>
          <View className="xh-row-text">{`${formatFullDateZh(closesOn)}起停止`}</View>
          {note === '' ? null : <View className="xh-row-detail">{note}</View>}
          <ClosingWords {...words} />
        </Section>
      ))}
      <Section id="own-rights" title="您可以怎么办">
        {signedIn ? (
          <>
            <ListRow id="consents" title="我的授权" detail="查看和撤回同意" onTap={() => go('account/consents')} />
            <ListRow id="own-data" title="我的数据" detail="导出或注销账号" onTap={() => go('account/data')} />
          </>
        ) : (
          <View className="xh-row-detail">登录后，在“我的”中可以查看和撤回同意、导出数据、注销账号。</View>
        )}
        <ListRow id="complaint" title="投诉建议" onTap={() => go('account/complaint')} />
      </Section>
    </>
  );
}
