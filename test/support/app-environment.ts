import { ReadableStream, TransformStream, WritableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';

/** The compile-time constants that Taro's build would have written into the app's sources. */
process.env.TARO_ENV = 'h5';
process.env.TARO_APP_HOME = 'server';
process.env.TARO_APP_SERVER = '';

/** What every browser of ours has and jsdom lacks. */
Object.assign(globalThis, { ReadableStream, TransformStream, WritableStream, TextDecoder, TextEncoder });
