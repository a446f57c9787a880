import { untilDayZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useList } from '../../../client/cache/use-list';
import { deadlineZh } from '../../../client/day-words';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import './grants.scss';

type Code = Awaited<ReturnType<typeof api.people.grantCodes>>['items'][number];

/** The codes by which somebody may still come. What they read as was told to their makers alone. */
export function CodeList() {
  const list = useList(['people', 'grantCodes'], (cursor) => api.people.grantCodes({ cursor }));
  const voiding = useChange(api.people.voidGrantCode, touches.rights);
  async function makeVoid({ codeId }: Code): Promise<void> {
    const question = {
      title: '作废邀请码',
      body: '还没有用的人不能再用。已经用过的人，权限不变。',
      confirm: '作废',
    };
    if ((await confirmDanger(question)) && (await voiding.run({ codeId }))) toast('已作废');
  }
  return (
    <>
      {voiding.failure ? <Notice tone="error">{voiding.failure.message}</Notice> : null}
      <KeysetList
        id="codes-more"
        list={list}
        empty={<Empty title="没有可用的邀请码" hint="点“发邀请码”生成；已过期、已用完和已作废的不列在这里" />}
      >
        {(rows) => (
          <Card>
            {rows.map((code) => (
              <CodeRow key={code.codeId} code={code} onVoid={makeVoid} />
            ))}
          </Card>
        )}
      </KeysetList>
    </>
  );
}

function CodeRow({ code, onVoid }: { code: Code; onVoid: (code: Code) => Promise<void> }) {
  const { codeId, roleZh, scopeZh, note, uses, used, madeBy, expiresAt, endsAt } = code;
  return (
    <ListRow
      id={`code-${codeId}`}
      title={`${roleZh}（${scopeZh}）`}
      detail={
        <>
          <View>{`已用 ${used}/${uses}`}</View>
          {note === '' ? null : <View>{`备注：${note}`}</View>}
          <View>{`${madeBy}发出，${deadlineZh(expiresAt)}`}</View>
          {endsAt === null ? null : <View>{`权限有效期至${untilDayZh(endsAt)}`}</View>}
        </>
      }
      aside={
        code.voidable ? (
          <Button id={`void-${codeId}`} kind="text" label={`作废，${roleZh}的邀请码`} onTap={() => onVoid(code)}>
            作废
          </Button>
        ) : undefined
      }
    />
  );
}
