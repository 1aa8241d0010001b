import { existsSync, readFileSync } from 'node:fs';

// What a person waits for: the page and every script and style it names. What is loaded later is not named in it.
const page = 'dist/index.html';
const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => `dist/${match[1]}`);

export default [{ name: 'first view: html, js and css', path: [page, ...named], limit: '60 kB', gzip: true }];
