import { plainWords } from '../kernel/typed/plain-words';

/** A word of the city's list: a text that holds it is refused, or looked at by a person first. */
export type ContentWord = { word: string; strength: 'refuse' | 'look' };

/**
 * What the city's list says of a text: full width, case, spaces, signs and what nobody sees make no difference.
 * @returns null when it holds none of the words
 */
export function wordsSay(text: string, words: readonly ContentWord[]): ContentWord['strength'] | null {
  const plain = plainWords(text);
  const found = words.filter(({ word }) => plain.includes(plainWords(word)));
  if (found.length === 0) return null;
  return found.some(({ strength }) => strength === 'refuse') ? 'refuse' : 'look';
}

/** What a nickname is called to people. */
export const nameZh = '显示名称';

/** WeChat's kinds of what it objects to, in words for whoever wrote it. */
const labels: Readonly<Record<number, string>> = {
  10001: '像是广告',
  20001: '涉及时政内容',
  20002: '涉及色情内容',
  20003: '有辱骂的话',
  20006: '涉及违法内容',
  20008: '像是欺诈信息',
  20012: '内容低俗',
  20013: '可能侵犯版权',
};

/** Beside the field: why a text is not taken. `label`: WeChat's; null: the city's list, or no kind was told. */
export const unfitZh = (label: number | null): string => {
  const why = label === null ? undefined : labels[label];
  return why === undefined ? '含有不能使用的词，请换一个' : `${why}，请换一个`;
};
