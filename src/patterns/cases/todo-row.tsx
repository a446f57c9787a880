import type { todoItem } from '@shared/cases/contract';
import { View } from '@tarojs/components';
import { goTo } from '../../client/go';
import { DueRow } from '../../ui/lists/due-row';
import { ListRow } from '../../ui/lists/list-row';

type Todo = (typeof todoItem)['_zod']['output'];

/** One thing of the workbench, with its working days at its left where such a clock runs. */
export function TodoRow({ id, todo }: { id: string; todo: Todo }) {
  const { title, detail, link, workdaysLeft } = todo;
  const open = () => goTo(link);
  if (workdaysLeft === null) return <ListRow id={id} title={title} detail={detail} onTap={open} />;
  const about = <View className="xh-row-detail">{detail}</View>;
  return <DueRow id={id} term={todo} title={title} detail={about} onTap={open} />;
}
