import { momentZh } from '@shared/kernel/moment-words';
import { isBlank } from '@shared/kernel/typed/unseen';
import { fillWith, longestWording, samplesOf, wordingProblems } from '@shared/telling/wording';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';

type WordingView = Awaited<ReturnType<typeof api.notices.wording>>;

const backToCodes = {
  title: '改回默认写法',
  body: '以后发出的这条通知用默认写法。本市写法留在下面的记录里，可以再用。',
  confirm: '改回默认',
};

/** A notice's words while they are written: what may be filled in, how it will read, why it is changed, and what stood before. */
export function WordingForm({ wording }: { wording: WordingView }) {
  const { notice, version, own, codes, placeholders, versions } = wording;
  const form = useTypedForm('wording', notice);
  const [title, setTitle] = form.field('title', wording.title);
  const [body, setBody] = form.field('body', wording.body);
  const [why, setWhy] = form.field('why', '');
  const save = useChange(api.notices.saveWording, touches.inbox);
  const reset = useChange(api.notices.resetWording, touches.inbox);
  const problems = wordingProblems({ title, body }, placeholders);
  const errors = useFieldErrors(save.failure ?? reset.failure, {
    title: problems.title ?? null,
    body: problems.body ?? null,
    why: isBlank(why) && '请写明为什么改，供以后查看',
  });
  const samples = samplesOf(placeholders);
  async function keep(): Promise<void> {
    if (!errors.complete()) return;
    if (!(await save.run({ notice, version, title, body, why }))) return;
    form.saved();
    toast('已保存，以后发出的通知用这个写法');
  }
  async function back(): Promise<void> {
    if (isBlank(why)) return void errors.complete();
    if (!(await confirmDanger(backToCodes)) || !(await reset.run({ notice, version, why }))) return;
    form.sent();
    toast('已改回默认写法');
  }
  return (
    <Page
      title={own ? '这条通知用本市写法' : '这条通知用默认写法'}
      refused={errors.general}
      action={
        <Button id="save" busy={save.busy} onTap={keep}>
          保存写法
        </Button>
      }
    >
      <Card title="写法">
        <TextField
          id="field-title"
          label="标题"
          hint={`说结果，发出后最多 ${longestWording.title} 个字`}
          max={60}
          value={title}
          onChange={setTitle}
          error={problems.title ?? errors.of('title')}
        />
        <TextArea
          id="field-body"
          label="正文"
          hint={`按“什么事、期限、去哪办”写，发出后最多 ${longestWording.body} 个字`}
          max={200}
          value={body}
          onChange={setBody}
          error={problems.body ?? errors.of('body')}
        />
      </Card>
      <Section title="可以填入的内容" aside="点一下加到正文末尾">
        {placeholders.map(({ zh, sample, needed }, i) => (
          <ListRow
            key={zh}
            id={`fill-${i}`}
            title={`{${zh}}`}
            detail={`例如 ${sample}`}
            aside={needed ? '必须写' : undefined}
            onTap={() => setBody(`${body}{${zh}}`)}
          />
        ))}
      </Section>
      <Section title="发出后是这样" id="preview">
        <Card>
          <View className="xh-row-title">{fillWith(title, samples)}</View>
          <View className="xh-row-detail">{fillWith(body, samples)}</View>
        </Card>
        <View className="xh-row-detail">点开通知去的页面、什么时候发、发给谁，不能在这里改。</View>
      </Section>
      <Card title="为什么改">
        <TextField
          id="field-why"
          label="改的原因"
          hint="仅工作人员可见"
          max={100}
          value={why}
          onChange={setWhy}
          error={errors.of('why')}
        />
        {own ? (
          <Button id="reset" kind="secondary" busy={reset.busy} onTap={back}>
            改回默认写法
          </Button>
        ) : null}
      </Card>
      {versions.length === 0 ? null : (
        <Section title="改过的写法" aside={`${versions.length} 次`}>
          {versions.map((each) => (
            <ListRow
              key={each.version}
              id={`version-${each.version}`}
              title={each.wording === null ? '改回默认写法' : `${each.wording.title}：${each.wording.body}`}
              detail={`${momentZh(each.at)}，${each.by}，${each.why}`}
              onTap={() => {
                const { title: before, body: text } = each.wording ?? codes;
                setTitle(before);
                setBody(text);
              }}
            />
          ))}
        </Section>
      )}
    </Page>
  );
}
