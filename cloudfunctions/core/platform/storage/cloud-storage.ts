import type { Storage } from './storage';

/**
 * WeChat's cloud storage as the server sees it. The functions name the path of each upload; moving, checking and opening its bytes needs the
 * cloud's own storage service, which this installation has not been connected to.
 */
export function openCloudStorage(): Storage {
  const notConnected = async (): Promise<never> => {
    throw new Error('The cloud storage is not connected to this installation.');
  };
  return {
    receive: notConnected,
    sizeOf: notConnected,
    readAt: notConnected,
    settle: notConnected,
    discard: notConnected,
    open: notConnected,
  };
}
