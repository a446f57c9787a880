/** A clock in working days as words; null where nothing is due. A provisional one says so. */
export function clockZh(clock: {
  dueDate: string | null;
  workdaysLeft: number | null;
  provisional: boolean;
}): string | null {
  if (clock.workdaysLeft === null) return null;
  const left =
    clock.workdaysLeft < 0
      ? `已超期 ${-clock.workdaysLeft} 个工作日`
      : clock.workdaysLeft === 0
        ? '今天到期'
        : `还剩 ${clock.workdaysLeft} 个工作日`;
  return clock.provisional ? `${left}（暂定）` : left;
}
