/** `state` is the code of the database or the system; a log cuts out what is called a code, since sign-in codes are. */
type Told = { name: string; message: string; stack?: string; state?: string; table?: string; constraint?: string };

/** Five characters of the SQL standard, as every error of the database carries. */
const sqlState = /^[0-9A-Z]{5}$/;
/** Classes of errors whose message names things of ours alone: connections, constraints, transactions, tables, resources, locks, operators. */
const wordsAreOurs = /^(08|23|25|40|42|53|55|57|58)/;

/**
 * What a log may say of something thrown. The database's own words name values that somebody typed (`invalid input syntax for type integer:
 * "…"`, `Key (name)=(…)`), so of its errors no detail is told and of most no message, only the state, the table and the constraint, and where in our code it was.
 */
export function faultOf(error: unknown): Told {
  if (!(error instanceof Error)) return kindOf(error);
  const { name, message, stack = '' } = error;
  const { code, severity, table, constraint } = error as unknown as Record<string, unknown>;
  if (typeof code !== 'string' || !sqlState.test(code) || typeof severity !== 'string') {
    return { name, message, stack, ...(typeof code === 'string' && { state: code }) };
  }
  return {
    name,
    message: wordsAreOurs.test(code) ? message : `the database refused with ${code}`,
    stack: stack.slice(stack.indexOf('\n    at ') + 1),
    state: code,
    ...(typeof table === 'string' && { table }),
    ...(typeof constraint === 'string' && { constraint }),
  };
}

const isName = (word: string) => /^[A-Za-z_]\w{0,30}$/.test(word);
const isCode = (code: unknown) =>
  typeof code === 'number' ? Math.abs(code) < 1e7 : typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code);

/**
 * Something thrown that is no Error, as WeChat throws its own (`{ errCode, errMsg }`): of which class, with which fields, and what is a code. None of its
 * words: nobody knows whose they are.
 */
function kindOf(thrown: unknown): Told {
  if (typeof thrown !== 'object' || thrown === null) return { name: 'Thrown', message: `${thrown && typeof thrown}` };
  const { code, errCode } = thrown as Record<string, unknown>;
  const state = [errCode, code].find(isCode);
  const kind = thrown.constructor?.name ?? '';
  const fields = Object.keys(thrown).filter(isName).slice(0, 8);
  return {
    name: 'Thrown',
    message: `${isName(kind) ? kind : 'object'} with ${fields.length === 0 ? 'no fields' : fields.join(', ')}`,
    ...(state !== undefined && { state: String(state) }),
  };
}
