import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ListRow } from '../ui/lists/list-row';
import { Tag } from '../ui/tag';
import './folded.scss';

interface Props {
  id: string;
  title: string;
  detail?: string;
  /** So many faults stand within. */
  wrong: number;
  open: boolean;
  onTap: () => void;
  children: ReactNode;
}

/** What is written of one thing among others, folded under its name; how much of it is wrong is said on its row. */
export function Folded({ id, title, detail, wrong, open, onTap, children }: Props) {
  return (
    <>
      <ListRow
        id={id}
        title={title}
        {...(detail !== undefined && { detail })}
        aside={wrong > 0 ? <Tag tone="warn">{`${wrong} 处未填好`}</Tag> : open ? '收起' : '展开'}
        onTap={onTap}
      />
      {open ? <View className="xh-folded">{children}</View> : null}
    </>
  );
}
