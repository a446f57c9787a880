import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '@shared/contract';
import { Failure, linkFailure } from './transport/failure';
import { transport } from './transport/transport';

/** `key` marks one act of a person; the same act sent again carries the same key and is done once. */
export type CallContext = { key?: string };

/** Every procedure of the contract as a typed function: `api.entry.submit(input, { context: { key } })`. Throws Failure. */
export const api: ContractRouterClient<Contract, CallContext> = createORPCClient({
  async call(path, input, options) {
    const envelope = await transport(path.join('/'), input ?? {}, (options.context as CallContext).key ?? null);
    // An act that ended one's own access and is sent again is answered without content: it is done, and nobody reads more of it.
    if (envelope.ok) return envelope.data ?? {};
    const { code, message, fields, current } = envelope.error;
    const asks = (options.context as CallContext).key === undefined;
    const broken = asks && code === 'MALFORMED' ? linkFailure(input, Object.keys(fields ?? {})) : null;
    if (broken) throw broken;
    throw new Failure(code, message, fields, current, envelope.retryAfter);
  },
});
