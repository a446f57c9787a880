import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const compressible = /^(text\/|application\/json|image\/svg)/;

/** A file with a content hash in its name never changes. */
const hashed = /[.-][0-9a-f]{8,}\.[a-z0-9.]+$/;

type Page = { mtimeMs: number; type: string; etag: string; policy: string | null; encoded: Map<string, Buffer> };

/**
 * The built H5 app. Every address that is no file is one of its routes and gets index.html. Files are kept in memory, compressed at their
 * first request, and read anew when they change.
 */
export function staticRoute(folder: string) {
  const kept = new Map<string, Page>();

  return async (c: Context): Promise<Response> => {
    const path = decoded(c.req.path);
    const wanted = path === null ? null : await load(path);
    // A missing script must not be answered with a page: the browser would try to run it.
    const page = wanted ?? (extname(path ?? '') === '' ? await load('/index.html') : null);
    if (page === null) {
      return extname(path ?? '') === '' ? c.text('网页端还没有构建。', 503) : c.text('没有找到。', 404);
    }
    c.header('Content-Type', page.type);
    c.header('ETag', page.etag);
    c.header('Vary', 'Accept-Encoding');
    c.header('Cache-Control', wanted && hashed.test(path ?? '') ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (page.policy !== null) c.header('Content-Security-Policy', page.policy);
    if (c.req.header('if-none-match') === page.etag) return c.body(null, 304);
    const encoding = chooseEncoding(page, c.req.header('accept-encoding') ?? '');
    if (encoding !== 'identity') c.header('Content-Encoding', encoding);
    return c.body(new Uint8Array(await encode(page, encoding)));
  };

  async function load(path: string): Promise<Page | null> {
    const file = join(folder, path);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return null;
    const known = kept.get(file);
    if (known?.mtimeMs === found.mtimeMs) return known;
    const bytes = await readFile(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    const page: Page = {
      mtimeMs: found.mtimeMs,
      type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      policy: extname(file) === '.html' ? pagePolicy(bytes.toString('utf8')) : null,
      encoded: new Map([['identity', bytes]]),
    };
    kept.set(file, page);
    return page;
  }
}

/** The path inside the folder; null when it tries to leave it or is no text. */
function decoded(path: string): string | null {
  try {
    const plain = normalize(decodeURIComponent(path));
    return plain.includes('\0') || plain.split(/[/\\]/).includes('..') ? null : plain;
  } catch {
    return null;
  }
}

function chooseEncoding(page: Page, accepted: string): 'br' | 'gzip' | 'identity' {
  if (!compressible.test(page.type) || (page.encoded.get('identity')?.length ?? 0) < 1024) return 'identity';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

async function encode(page: Page, encoding: 'br' | 'gzip' | 'identity'): Promise<Buffer> {
  const known = page.encoded.get(encoding);
  if (known) return known;
  const plain = page.encoded.get('identity') ?? Buffer.alloc(0);
  const made =
    encoding === 'br'
      ? await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : await promisify(gzip)(plain);
  page.encoded.set(encoding, made);
  return made;
}

/** Scripts of our own only, and of inline ones only those that the build itself wrote, named by their hash. */
function pagePolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...inline].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
