/** How an entry is called before it has a title. */
export const titleOf = (title: string): string => title || '未命名项目';
