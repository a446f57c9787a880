import { roleZh } from '@shared/kernel/actor';
import { contactMonths } from '@shared/people/contact-months';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { useList } from '../../client/cache/use-list';
import { formatDateZh } from '../../client/day-words';
import { goSignIn } from '../../client/go';
import { FormPage } from '../../patterns/asked-form';
import { useTypedForm } from '../../patterns/forms/use-typed-form';
import { KeysetList } from '../../patterns/keyset-list';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { RadioList } from '../../ui/fields/radio-list';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { useMe } from './use-me';

type Kind = 'complaint' | 'suggestion' | 'question';
const kinds: Array<{ value: Kind; zh: string }> = [
  { value: 'complaint', zh: '投诉' },
  { value: 'suggestion', zh: '建议' },
  { value: 'question', zh: '咨询' },
];

/** A complaint, suggestion or question; it gets a reference, a day by which it is answered, and the answer stands here. */
export function ComplaintDesk() {
  const { signedIn } = useMe();
  const mine = useList(['people', 'myFeedback'], (cursor) => api.people.myFeedback({ cursor }), signedIn);
  const send = useChange(api.people.sendFeedback, touches.feedback);
  const form = useTypedForm('complaint');
  const [kind, setKind] = form.field<Kind>('kind', 'complaint');
  const [body, setBody] = form.field('body', '');
  const [contact, setContact] = useState('');
  const errors = useFieldErrors(send.failure, { body: null, contact: null });
  const [sent, setSent] = useState<{ reference: string; dueDate: string } | null>(null);
  if (!signedIn) {
    return (
      <Page
        title="投诉建议"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/complaint'))}>
            登录后填写
          </Button>
        }
      >
        <Empty title="登录后可以投诉、建议和咨询" hint="每一条都有编号，在规定时限内答复。" />
      </Page>
    );
  }
  async function submit(): Promise<void> {
    const answer = await send.run({ kind, body, contact });
    if (!answer) return;
    setSent(answer);
    form.sent();
    setContact('');
  }
  return (
    <FormPage title="投诉建议" errors={errors} button={{ id: 'send', zh: '提交', busy: send.busy }} onSend={submit}>
      {sent ? (
        <Notice tone="pass" title={`已收到，编号 ${sent.reference}`}>
          {`最迟${formatDateZh(sent.dueDate)}答复，答复会发到您的消息里。`}
        </Notice>
      ) : null}
      <Card>
        <RadioList id="kind" label="类别" options={kinds} value={kind} onChange={(value) => setKind(value as Kind)} />
        <TextArea
          id="field-body"
          label="内容"
          hint="请写明事情、时间和涉及的单位"
          max={1000}
          value={body}
          onChange={setBody}
          error={errors.of('body')}
        />
        <TextField
          id="field-contact"
          label="联系方式"
          hint={`用于答复时联系您。加密保存，只有${roleZh.cityStaff}可查看完整内容，系统留有记录；答复后最多保存 ${contactMonths} 个月`}
          required={false}
          max={60}
          value={contact}
          onChange={setContact}
          error={errors.of('contact')}
        />
      </Card>
      {/* Whoever cannot see the letters before may write one all the same. */}
      <KeysetList id="more" list={mine}>
        {(letters) =>
          letters.map((item) => (
            <Card
              key={item.id}
              id={`feedback-${item.reference}`}
              title={item.kindZh}
              aside={item.answer ? <Tag tone="pass">已答复</Tag> : <Tag tone="info">待答复</Tag>}
            >
              <View className="xh-row-detail">{item.reference}</View>
              {item.answer ? null : <View className="xh-row-detail">{`最迟${formatDateZh(item.dueDate)}答复`}</View>}
              <View className="xh-prose">{item.body}</View>
              {item.answer ? (
                <Notice tone="info" title="答复">
                  {item.answer}
                </Notice>
              ) : null}
            </Card>
          ))
        }
      </KeysetList>
    </FormPage>
  );
}
