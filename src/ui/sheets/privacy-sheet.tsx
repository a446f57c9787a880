import { Button as AgreeButton, View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '../button';
import { answerPrivacy, onPrivacyQuestion, openPrivacyGuide, privacyQuestion } from './privacy-question';
import { Sheet } from './sheet';

/** What is about to happen, by the name that WeChat gives it. */
const acts: Record<string, string> = {
  chooseMedia: '选择照片或视频',
  chooseMessageFile: '选择聊天里的文件',
  'button.getPhoneNumber': '使用微信绑定的手机号',
};

const agree = 'privacy-agree';

/**
 * WeChat's question about its privacy guide, on the page in front. Agreeing here is WeChat's agreement and none of the
 * consents of the form (PIPL asks for those one by one).
 */
export function PrivacySheet() {
  const question = useSyncExternalStore(onPrivacyQuestion, privacyQuestion, privacyQuestion);
  const [inFront, setInFront] = useState(true);
  useDidShow(() => setInFront(true));
  useDidHide(() => setInFront(false));
  if (question === null || !inFront) return null;
  const act = acts[question.referrer] ?? '使用这项功能';
  const refuse = () => answerPrivacy({ event: 'disagree' });
  return (
    <Sheet id="privacy" open title="用户隐私保护提示" onClose={refuse}>
      <View>{`您要${act}。请先阅读《用户隐私保护指引》，了解本小程序怎样处理您的个人信息；同意后继续。`}</View>
      <View className="xh-privacy-note">{`不同意也可以继续浏览和填写，只是暂时不能${act}。报名表里的各项授权仍由您另外决定。`}</View>
      <Button id="privacy-guide" kind="text" onTap={openPrivacyGuide}>
        阅读《用户隐私保护指引》
      </Button>
      <View className="xh-privacy-acts">
        <AgreeButton
          id={agree}
          className="xh-button xh-press xh-button-primary"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerPrivacy({ event: 'agree', buttonId: agree })}
        >
          同意并继续
        </AgreeButton>
        <Button id="privacy-refuse" kind="secondary" onTap={refuse}>
          不同意
        </Button>
      </View>
    </Sheet>
  );
}
