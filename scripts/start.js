// npm start: from a fresh clone to a running app. Needs nothing but Node. With `-- --host` other devices
// in the same network can open it too.
import path from 'node:path';
import process from 'node:process';
import { installMissing } from './install.js';

process.chdir(path.resolve(import.meta.dirname, '..'));
installMissing();
const { build, preview } = await import('vite');
await build({ logLevel: 'warn' });
const host = process.argv.includes('--host');
const server = await preview({ logLevel: 'warn', preview: { port: 4173, host } }); // the next port if 4173 is taken
const { local = [], network = [] } = server.resolvedUrls ?? {};
const elsewhere = host ? `, on other devices here at ${network.join(' or ')}` : '';
console.log(`Undertone is open at ${local[0]}${elsewhere} (Ctrl+C stops it)`);
