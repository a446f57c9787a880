import { View } from '@tarojs/components';
import { Button } from '../../../../ui/button';
import { CheckList } from '../../../../ui/fields/check-list';
import { Segmented } from '../../../../ui/fields/segmented';
import { TextArea } from '../../../../ui/fields/text-area';
import { Notice } from '../../../../ui/notice';
import { spoken } from '../../../../ui/spoken';
import type { KeptMark, MarkKeeper } from './mark-keeper';
import { markWords, verdictChoices } from './verdicts';

const progress: Record<KeptMark['state'], string> = {
  saved: '意见已保存，发出前仅内部可见',
  waiting: '正在保存',
  saving: '正在保存',
  failed: '',
  stale: '',
};

/** What the reviewer thinks of one section: a verdict and, when something is wrong, reasons and words. Saved as it is made. */
export function MarkPanel({ mark, keeper }: { mark: KeptMark; keeper: MarkKeeper }) {
  const { draft, base, state, failure, theirs } = mark;
  const { section, reasons, zh, lines } = base;
  const saying = progress[state];
  return (
    <View className="xh-verdict">
      <Segmented
        id={`mark-${section}`}
        label={`${zh}审核意见`}
        options={verdictChoices}
        value={draft.verdict}
        onChange={(verdict) => keeper.change(section, { verdict })}
      />
      {draft.verdict === 'fault' ? (
        <>
          {lines.length > 1 ? (
            <CheckList
              id={`fields-${section}`}
              label="哪几项有误"
              required={false}
              options={lines.map(({ field, label }) => ({ value: field, zh: label }))}
              value={draft.fields}
              onChange={(fields) => keeper.change(section, { fields })}
            />
          ) : null}
          {reasons.length > 0 ? (
            <CheckList
              id={`reasons-${section}`}
              label="需要补正的理由"
              required={false}
              options={reasons.map(({ code, zh: words }) => ({ value: code, zh: words }))}
              value={draft.codes}
              onChange={(codes) => keeper.change(section, { codes })}
            />
          ) : null}
          <TextArea
            id={`comment-${section}`}
            label="补充说明"
            hint="写明哪里不对、怎样改，参赛者会看到这段话"
            required={false}
            value={draft.comment}
            onChange={(comment) => keeper.change(section, { comment })}
            onBlur={() => void keeper.keep(section)}
            max={300}
          />
        </>
      ) : null}
      {/* A place of its own: a save that fails or is done is not to send the words to WeChat again while they are typed. */}
      <View>
        {theirs ? (
          <Notice tone="warn" title={failure ?? '这一部分的意见刚在另一台设备上改过'}>
            <View>已保存的：{markWords(theirs, reasons)}</View>
            <View>您写的：{markWords(draft, reasons)}</View>
            <View className="xh-pair-of-buttons">
              <Button
                id={`mark-${section}-take-theirs`}
                kind="secondary"
                onTap={() => keeper.settle(section, 'theirs')}
              >
                保留已存的
              </Button>
              <Button id={`mark-${section}-keep-mine`} kind="secondary" onTap={() => keeper.settle(section, 'mine')}>
                保留我写的
              </Button>
            </View>
          </Notice>
        ) : null}
        {state === 'failed' ? (
          <Notice tone="error" title={failure ?? '没有保存成功'}>
            <Button id={`mark-${section}-retry`} kind="text" onTap={() => keeper.keep(section)}>
              重试保存
            </Button>
          </Notice>
        ) : null}
        {saying !== '' && draft.verdict !== 'unread' ? (
          <View className="xh-mark-saved" {...spoken({ role: 'status', live: 'polite' })}>
            {saying}
          </View>
        ) : null}
      </View>
    </View>
  );
}
