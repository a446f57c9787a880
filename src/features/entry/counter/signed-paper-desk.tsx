import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { onWeb } from '../../../ui/spoken';

/** What a person signs on paper instead of ticking it on a phone: the texts of the consents as this edition words them, with boxes and lines for a pen. */
export function SignedPaperDesk({ entryId }: { entryId: string }) {
  const ask = useAsk(['entry', 'counterDraft', entryId], () => api.entry.counterDraft({ entryId }));
  return (
    <AskedPage ask={ask} here={link('staff/signed-paper', { entryId })} missing="已由本人确认，或已过期删除">
      {({ title, nameZh, regionZh, consents }) => (
        <Page
          className="xh-printed"
          title="个人信息和展示授权书"
          over={`${regionZh}赛场，柜台代填`}
          {...(onWeb
            ? {
                action: (
                  <Button id="print" onTap={() => window.print()}>
                    打印
                  </Button>
                ),
              }
            : {})}
        >
          {onWeb ? null : (
            <Notice tone="info" title="请在网页上打印">
              微信小程序不能打印。请用电脑打开大赛网页，在“我的—电脑登录”登录后，从同一页打印。
            </Notice>
          )}
          <KeyValue
            items={[
              { label: '项目', value: title },
              { label: '负责人', value: nameZh === '' ? line : nameZh },
            ]}
          />
          {consents.map(({ kind, zh, bodyZh, required }) => (
            <Section key={kind} id={`consent-${kind}`} title={zh} aside={required ? '必须同意' : '自愿'}>
              <View className="xh-own-words">{bodyZh}</View>
              <View className="xh-pen-line">{`${box}同意　　　${box}不同意`}</View>
            </Section>
          ))}
          <View className="xh-pen-line">{`本人签字：${line}`}</View>
          <View className="xh-pen-line">{'签字日期：　　　　年　　月　　日'}</View>
          <View className="xh-row-detail">
            必须同意的没有同意，不能代填证件号码和手机号。签字后由工作人员扫描登记，原件交还本人或按档案规定保存。
          </View>
        </Page>
      )}
    </AskedPage>
  );
}

const box = '□ ';
const line = '＿＿＿＿＿＿＿＿＿＿';
