// node web/serve.mjs FOLDER: serves it to this machine alone, on the first free port from 8000.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? 'dist');
const types = { '.html': 'text/html; charset=utf-8', '.json': 'application/json', '.mjs': 'text/javascript' };

function respond(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const path = join(folder, normalize(decodeURIComponent(pathname)), pathname.endsWith('/') ? 'index.html' : '');
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile()) return response.writeHead(404).end('Not found');
  response.writeHead(200, {
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Content-Length': file.size,
    'Cache-Control': 'no-store',
  });
  createReadStream(path).pipe(response);
}

function listen(port) {
  const server = createServer((request, response) => {
    try {
      respond(request, response);
    } catch {
      response.writeHead(400).end('Bad request');
    }
  });
  server.once('error', (error) => {
    if (error.code !== 'EADDRINUSE' || port >= 8100) throw error;
    listen(port + 1);
  });
  server.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}/  (Ctrl+C ends it)`));
}

listen(8000);
