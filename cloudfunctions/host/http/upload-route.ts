import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import busboy from 'busboy';
import type { Context } from 'hono';
import type { FileOwners } from '../../core/files/file-owner';
import { receiveUpload } from '../../core/files/receive-upload';
import type { StreamingHome } from '../../core/rpc/home';
import { refusalReply, reply } from './reply';

type Arrival = { token: string; file: Readable; brokenOff(): boolean };

/**
 * `POST /files/<uploadId>`, multipart: the fields that `beginUpload` gave, then the bytes as `file`. They stream through; what is wrong with
 * them is answered in the same envelope as everywhere.
 */
export function uploadRoute(home: StreamingHome, owners: FileOwners) {
  return async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const { incoming } = c.env;
    const arrival = await firstFile(incoming);
    if (arrival === null) return reply(c, refusalReply(400, 'MALFORMED', '这次上传没有成功，请重新选择文件上传'));
    const uploadId = c.req.param('uploadId') ?? '';
    try {
      const answer = await receiveUpload(home, owners, { uploadId, token: arrival.token, source: arrival.file });
      if (answer.body.ok) home.wake();
      return reply(c, answer);
    } catch (error) {
      if (!arrival.brokenOff()) throw error;
      // The sender went away, or never closed its form: no fault of the server's, and the transfer may be made again.
      return reply(c, brokenOff);
    } finally {
      // Whatever was not wanted is left to the server to drain, so that the sender can read the answer.
      incoming.unpipe();
      arrival.file.destroy();
    }
  };
}

const brokenOff = refusalReply(400, 'UPLOAD_BROKEN_OFF', '上传中断了，请重试');

/** The token and the stream of the first file, as soon as it begins; null when the body is no such form. */
function firstFile(incoming: IncomingMessage): Promise<Arrival | null> {
  return new Promise((resolve) => {
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: incoming.headers, limits: { files: 1, fields: 8, fieldSize: 2000 } });
    } catch {
      resolve(null);
      return;
    }
    let token = '';
    parser.on('field', (name, value) => {
      if (name === 'token') token = value;
    });
    parser.on('file', (name, file) => {
      if (name !== 'file') {
        file.resume();
        return;
      }
      // A sender that breaks off must not look like one that has finished.
      incoming.once('close', () => {
        if (!incoming.complete) file.destroy(new Error('the sender broke off'));
      });
      let broken = false;
      file.on('error', () => {
        broken = true;
      });
      resolve({ token, file, brokenOff: () => broken });
    });
    parser.on('error', () => resolve(null));
    parser.on('close', () => resolve(null));
    incoming.once('close', () => resolve(null));
    incoming.pipe(parser);
  });
}
