import { link } from '../../routes';
import type { EntryNotice } from '../notice';
import { named } from '../notice-phrases';

export const draftDeleted: EntryNotice = {
  notice: 'draft.deleted',
  event: 'draft.deleted',
  audience: 'members',
  title: '项目草稿已删除',
  body: (draft) => `${named(draft)}还没有提交，已由负责人删除，填写的内容和材料不再保存，您不用操作。`,
  link: () => link('workbench'),
  sample: { title: '蒲县山货直供', memberIds: [] },
};
