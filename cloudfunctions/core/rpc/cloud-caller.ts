type Context = { environment?: unknown } | null | undefined;

/**
 * The openid of whoever calls a cloud function, as the platform says it of this very call; null: nobody that it knows. To be read before
 * the first `await`, since the next call's may be set while this one still runs.
 *
 * An instance that is used again may keep an older call's `WX_OPENID` in its environment. So the call's own `context.environment` decides where it
 * is given; else the process's variable, and only where `WX_CONTEXT_KEYS` of this call names it. What the payload says is never looked at.
 */
export function openidOfCall(context: Context, env: NodeJS.ProcessEnv): string | null {
  const own = environmentOf(context);
  const given = own ?? env;
  const named = String(given.WX_CONTEXT_KEYS ?? '')
    .split(',')
    .map((name) => name.trim());
  if (own === null && !named.includes('WX_OPENID')) return null;
  const openid = given.WX_OPENID;
  return typeof openid === 'string' && openid !== '' ? openid : null;
}

/** What the platform says of a call: an object, or its JSON text; null when it says nothing of who calls. */
function environmentOf(context: Context): Record<string, unknown> | null {
  let given = context?.environment;
  if (typeof given === 'string') {
    try {
      given = JSON.parse(given);
    } catch {
      return null;
    }
  }
  if (typeof given !== 'object' || given === null) return null;
  // Where it carries other settings alone, who calls is told as of old.
  return 'WX_OPENID' in given || 'WX_CONTEXT_KEYS' in given ? (given as Record<string, unknown>) : null;
}
