/** Compiles a script once for all processes that will load it: `node compile.js SCRIPT WHERE_TO_KEEP_IT`. */
import { readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { Script } from 'node:vm';

const [script = '', kept = ''] = process.argv.slice(2);
const compiled = new Script(Module.wrap(readFileSync(script, 'utf8')), { filename: script });
writeFileSync(kept, compiled.createCachedData());
