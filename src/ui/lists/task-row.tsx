import type { ReactNode } from 'react';
import { Tag } from '../tag';
import type { Tone } from '../tone';
import { ListRow } from './list-row';

interface Props {
  id: string;
  title: string;
  /** How far it is, in words. */
  status: { zh: string; tone: Tone };
  detail?: ReactNode;
  onTap?: () => void;
}

/** A part of a task and how far it is, as in a list of tasks. */
export function TaskRow({ status, ...row }: Props) {
  return <ListRow {...row} aside={<Tag tone={status.tone}>{status.zh}</Tag>} />;
}
