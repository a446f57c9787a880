/**
 * Hands the host and the packages of builds to the browser over this machine's network. A start is 3 MB of scripts: through the
 * debug protocol each took half a second of a processor, and nothing of it was kept for the next start.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { look } from './look';
import { packageApp } from './package';

/** A build that can be opened: the address of its window, of each subpackage's script by the package's root, and of a page without scripts. */
export type Delivered = { window: string; scriptOf(root: string): string; empty: string };

type Kept = { type: string; bytes: Buffer };

const kept = new Map<string, Kept>();
const delivered = new Map<string, Delivered>();
let address: Promise<string> | undefined;

const keep = (path: string, type: string, text: string) =>
  void kept.set(path, { type: `${type}; charset=utf-8`, bytes: Buffer.from(text) });

/** @param folder the build; throws with every complaint of the template compiler */
export async function deliver(folder: string): Promise<Delivered> {
  address ??= listen();
  const base = await address;
  const known = delivered.get(folder);
  if (known) return known;
  const place = `/${delivered.size}`;
  for (const [root, script] of packageApp(folder).scripts) keep(scriptAt(place, root), 'text/javascript', script);
  keep(`${place}/`, 'text/html', documentOf(scriptAt(place, '')));
  const made = {
    window: `${base}${place}/`,
    scriptOf: (root: string) => `${base}${scriptAt(place, root)}`,
    empty: `${base}/`,
  };
  delivered.set(folder, made);
  return made;
}

const scriptAt = (place: string, root: string) => `${place}/${root === '' ? 'main' : root.replaceAll('/', '-')}.js`;

const documentOf = (main: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${look}</style><body>
<script src="/host.js"></script><script src="${main}"></script>`;

/** A free port, which keeps no process alive. */
async function listen(): Promise<string> {
  keep('/', 'text/html', '<!doctype html>');
  keep('/host.js', 'text/javascript', await hostScript());
  const server = createServer(({ url = '' }, response) => answer(url, response));
  server.on('connection', (connection) => connection.unref());
  server.unref();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answer(path: string, response: ServerResponse): void {
  const found = kept.get(path);
  if (!found) return void response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': found.type, 'Cache-Control': 'max-age=31536000, immutable' });
  response.end(found.bytes);
}

async function hostScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'runtime/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
