import type { Term } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pressable, spoken } from '../spoken';
import { DueColumn } from './due-column';

interface Props {
  id: string;
  term: Term;
  title: string;
  detail?: ReactNode;
  onTap: () => void;
}

/** A row that leads to something with a clock: the working days at its left, what it is beside them. */
export function DueRow({ id, term, title, detail, onTap }: Props) {
  return (
    <View
      id={id}
      className="xh-row xh-press"
      hoverClass="xh-pressed"
      onClick={onTap}
      {...pressable(onTap)}
      {...spoken({ role: 'button' })}
    >
      <DueColumn term={term} />
      <View className="xh-row-text">
        <View className="xh-row-name">{title}</View>
        {detail}
      </View>
    </View>
  );
}
