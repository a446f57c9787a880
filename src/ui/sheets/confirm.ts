import Taro from '@tarojs/taro';
import { dressQuestion } from '../h5-accessibility';

interface Question {
  title: string;
  /** What will happen, and to whom. */
  body: string;
  /** What is done, in at most four characters: the platform shows no more. */
  confirm: string;
}

/** Asks again before something that cannot be undone. True only when the person confirmed. */
export async function confirmDanger({ title, body, confirm }: Question): Promise<boolean> {
  const asked = Taro.showModal({
    title,
    content: body,
    confirmText: [...confirm].length > 4 ? '确定' : confirm,
    // Beside a button that cancels something, 取消 would say either.
    cancelText: confirm.includes('取消') ? '不取消' : '取消',
    confirmColor: '#C2331C',
  });
  const giveBack = dressQuestion();
  const answer = await asked;
  giveBack();
  return answer.confirm === true;
}
