import type { ReactNode } from 'react';
import { Failure, mayPass, sentenceOf } from '../client/transport/failure';
import { Button } from '../ui/button';
import { LoadMore } from '../ui/lists/load-more';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';

interface Props<Row> {
  /** The button that fetches the next rows. */
  id: string;
  /** What `useList` knows so far. */
  list: {
    rows: readonly Row[] | null;
    error: unknown;
    again: () => void;
    more: boolean;
    loadingMore: boolean;
    loadMore: () => void;
  };
  /** Said when there is no row at all. */
  empty?: ReactNode;
  /** At least one row. */
  children: (rows: readonly Row[]) => ReactNode;
}

/** A list that pages by keyset: on its way, not to be had, empty, or its rows so far and the way to the next. A no is not asked for again; silence is. */
export function KeysetList<Row>({ id, list, empty = null, children }: Props<Row>) {
  const { rows, error, again } = list;
  return (
    <>
      {error ? (
        <>
          <Notice tone="error">{sentenceOf(error)}</Notice>
          {error instanceof Failure && !mayPass(error) ? null : (
            <Button id="page-retry" kind="secondary" onTap={again}>
              重试
            </Button>
          )}
        </>
      ) : null}
      {rows === null && !error ? <Skeleton rows={5} /> : null}
      {rows?.length === 0 ? empty : null}
      {rows !== null && rows.length > 0 ? children(rows) : null}
      <LoadMore id={id} list={list}>
        查看更多
      </LoadMore>
    </>
  );
}
