import Taro from '@tarojs/taro';
import { cloudSilence, requestSilence, statusSilence } from '../cache/silence-of';
import { isEnvelope } from '../transport/envelope';
import { Failure, networkFailure } from '../transport/failure';
import { serverAddress } from '../transport/transport-http';
import type { PickedFile } from './pick-file';

/** Where `entry/beginUpload` told us to send the bytes. */
export type UploadRoute =
  | { kind: 'multipart'; url: string; fields: Record<string, string> }
  | { kind: 'cloud'; cloudPath: string };

export type Sending = { done: Promise<{ fileId?: string }>; cancel(): void };

/**
 * Sends one file's bytes, with progress in percent.
 * `done` rejects with Failure: the server's refusal, a silence (`isSilence`), or `CANCELLED` after `cancel()`.
 */
export function sendFile(file: PickedFile, via: UploadRoute, onProgress: (percent: number) => void): Sending {
  if (via.kind === 'cloud') return sendToCloud(file, via.cloudPath, onProgress);
  if ('path' in file.source) return sendPath(file.source.path, via, onProgress);
  if (process.env.TARO_ENV === 'h5') return sendBlob(file.source.blob, via, onProgress);
  throw new Error('Only a browser holds a file as a blob.');
}

const cancelled = () => new Failure('CANCELLED', '已取消上传');
const absolute = (url: string) => (url.startsWith('http') ? url : `${serverAddress}${url}`);

function insistOk(status: number, body: string): void {
  if (status >= 200 && status < 300) return;
  let envelope: unknown;
  try {
    envelope = JSON.parse(body);
  } catch {
    throw statusSilence(status, null);
  }
  if (isEnvelope(envelope) && !envelope.ok) {
    throw new Failure(envelope.error.code, envelope.error.message, envelope.error.fields);
  }
  throw statusSilence(status, null);
}

function sendBlob(
  blob: Blob,
  via: { url: string; fields: Record<string, string> },
  onProgress: (percent: number) => void,
): Sending {
  // fetch tells nothing of an upload's progress.
  const request = new XMLHttpRequest();
  let stopped = false;
  const done = new Promise<{ fileId?: string }>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(total, 1)) * 100));
    request.onerror = () => reject(stopped ? cancelled() : networkFailure());
    request.onabort = () => reject(cancelled());
    request.onload = () => {
      try {
        insistOk(request.status, request.responseText);
        resolve({});
      } catch (error) {
        reject(error);
      }
    };
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(via.fields)) form.append(name, value);
  form.append('file', blob);
  request.open('POST', absolute(via.url));
  request.send(form);
  return {
    done,
    cancel: () => {
      stopped = true;
      request.abort();
    },
  };
}

function sendPath(
  path: string,
  via: { url: string; fields: Record<string, string> },
  onProgress: (percent: number) => void,
): Sending {
  let stopped = false;
  const task = Taro.uploadFile({ url: absolute(via.url), filePath: path, name: 'file', formData: via.fields });
  task.progress(({ progress }) => onProgress(progress));
  const done = task.then(
    (answer) => {
      insistOk(answer.statusCode, answer.data);
      return {};
    },
    (error: unknown) => Promise.reject(stopped ? cancelled() : requestSilence(error)),
  );
  return {
    done,
    cancel: () => {
      stopped = true;
      task.abort();
    },
  };
}

function sendToCloud(file: PickedFile, cloudPath: string, onProgress: (percent: number) => void): Sending {
  let stopped = false;
  let stop: () => void = () => undefined;
  const done = new Promise<{ fileId?: string }>((resolve, reject) => {
    if (!('path' in file.source)) return reject(networkFailure());
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath: file.source.path,
      success: ({ fileID }) => resolve({ fileId: fileID }),
      fail: (error) => reject(stopped ? cancelled() : cloudSilence(error)),
    }) as unknown as
      | { onProgressUpdate?(listener: (state: { progress: number }) => void): void; abort?(): void }
      | undefined;
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress));
    stop = () => task?.abort?.();
  });
  return {
    done,
    cancel: () => {
      stopped = true;
      stop();
    },
  };
}
