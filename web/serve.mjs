// node web/serve.mjs DIR [PORT]: serves a folder on this machine alone and prints the address.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const [dir = 'dist', wanted = '8080'] = process.argv.slice(2);
const types = { '.html': 'text/html; charset=utf-8', '.json': 'application/json',
  '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const server = createServer((request, response) => {
  try {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    if (path.split('/').includes('..') || !statSync(file).isFile()) throw new Error('not a file');
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' });
    createReadStream(file).pipe(response);
  } catch {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  }
});

let port = Number(wanted);
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE' || port >= Number(wanted) + 20) {
    console.error(`Cannot listen on 127.0.0.1:${port}: ${error.message}`);
    process.exit(1);
  }
  port += 1;
  server.listen(port, '127.0.0.1');
});
server.on('listening', () => console.log(`http://127.0.0.1:${server.address().port}/  (Ctrl+C ends it)`));
server.listen(port, '127.0.0.1');
