import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { Failure } from '../../../client/transport/failure';
import { KeysetList } from '../../../patterns/keyset-list';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { TextField } from '../../../ui/fields/text-field';
import { Page } from '../../../ui/page';
import { FoundEntry } from './found-entry';
import '../screening.scss';

/** Milliseconds after the last letter before anything is asked. */
const searchPause = 400;
const longest = 60;

/** Finds whoever calls or stands at the counter: every entry that was ever submitted in the regions one serves, whatever became of it. */
export function SearchDesk({ params }: { params: Readonly<Record<string, string | undefined>> }) {
  const [typed, setTyped] = useState(params.q ?? '');
  const [q, setQ] = useState(typed.trim());
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), searchPause);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = useList(['screening', 'search', q], (cursor) => api.screening.search({ q, cursor }), q !== '');
  // Too little was typed so far: nothing went wrong, and nothing is to be tried again.
  const hint = list.error instanceof Failure && list.error.code === 'SCREENING_SEARCH_TOO_SHORT' ? list.error : null;

  return (
    <Page wide title="查找项目">
      <TextField
        id="search"
        label="查找"
        hint="项目、负责人、团队成员或经营主体的名称，手机号后四位，报名编号，统一社会信用代码"
        type="search"
        value={typed}
        onChange={setTyped}
        max={longest}
      />
      {/* A place of its own: on WeChat the field above would be sent again with every list that replaces another. */}
      <View>
        {q === '' ? <Empty title="在所有状态里查找" hint="已通过、未通过、退赛的和往届的项目也能找到。" /> : null}
        {q !== '' && hint !== null ? <Empty title={hint.message} /> : null}
        {q === '' || hint !== null ? null : (
          <KeysetList
            id="search-more"
            list={list}
            empty={
              <Empty title="没有找到" hint="换一个说法再找，比如只填姓名或手机号后四位。没有提交过的报名查不到。" />
            }
          >
            {(rows) => (
              <Card id="search-list">
                {rows.map((row) => (
                  <FoundEntry key={row.entryId} row={row} />
                ))}
              </Card>
            )}
          </KeysetList>
        )}
      </View>
    </Page>
  );
}
