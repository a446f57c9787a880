import { kindOf } from '../kinds';
import type { ApplicationSubject } from './subject';

/** A draft that was never handed in goes with all that stands in it; what was handed in once is withdrawn and stays. */
export const isDeletable = ({ kind, state }: Pick<ApplicationSubject, 'kind' | 'state'>): boolean =>
  kindOf(kind)?.lifecycle.initial === state;

/** Deleting leads to no state, so it is no move of a lifecycle; on a page it stands where withdrawing would. */
export const deletion = {
  move: 'deleteDraft',
  label: '删除草稿',
  danger: '填写的内容和上传的材料一并删除，不能恢复。需要时可以重新申报。',
  closed: null,
};
