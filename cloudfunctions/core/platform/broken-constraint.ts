/** Did the database refuse a row because it would be the second of its kind under this unique constraint? */
export const breaksUnique = (error: unknown, constraint: string): boolean => breaks(error, '23505', constraint);

/** Did it refuse to let a row go that others still refer to by this foreign key? */
export const breaksReference = (error: unknown, constraint: string): boolean => breaks(error, '23503', constraint);

/** Did it refuse a row because it would overlap another under this exclusion constraint? */
export const breaksExclusion = (error: unknown, constraint: string): boolean => breaks(error, '23P01', constraint);

function breaks(error: unknown, kind: string, constraint: string): boolean {
  const { code, constraint: broken } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown;
    constraint?: unknown;
  };
  return code === kind && broken === constraint;
}
