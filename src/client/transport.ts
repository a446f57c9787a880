import type { Transport } from './envelope';
import { platformKnowsCaller } from './session';
import { callCloud } from './transport-cloud';
import { callHttp } from './transport-http';

/** One seam for all homes: WeChat's cloud function, or HTTP on our own servers and on H5. */
export const transport: Transport = platformKnowsCaller ? callCloud : callHttp;
