/** Did the database refuse a row because it would be the second of its kind under this unique constraint? */
export function breaksUnique(error: unknown, constraint: string): boolean {
  const { code, constraint: broken } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown;
    constraint?: unknown;
  };
  return code === '23505' && broken === constraint;
}
