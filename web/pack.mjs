// node web/pack.mjs BUILD_DIR OUT: puts index.html, styles, scripts and the module into one file.
//
// The module is xz as text (unpack.js), in a block that no browser executes: a fifth smaller than
// gzip, which browsers could unpack by themselves, and 10 ms slower. Every script and style is
// listed by hash in the page's policy; nothing else may run, and nothing may be fetched.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { to_text } from './unpack.js';

const web = dirname(fileURLToPath(import.meta.url));
const root = join(web, '..');
const read = (path) => readFileSync(path, 'utf8');

// One script of the entry and all that it imports; `module-glue` is what Emscripten wrote.
const bundle = (entry, glue) => execFileSync('esbuild', [entry, '--bundle', '--format=iife',
  '--minify', '--charset=utf8', '--target=es2021', `--alias:module-glue=${resolve(glue)}`],
{ encoding: 'utf8' }).trim();

const slim_style = (path) => execFileSync('esbuild', [path, '--minify', '--charset=utf8'],
  { encoding: 'utf8' }).trim();

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function data_block([id, data]) {
  const packed = execFileSync('xz', ['--format=xz', '--check=crc32',
    '--lzma2=preset=9e,lc=4,pb=0'], { input: data });
  return `<script type="text/plain" id="${id}" data-bytes="${packed.length}">${to_text(packed)}</script>`;
}

// Where the page will be found, for links to it; without one, where it was served from.
function address_tag() {
  const address = process.env.UWANOSE_ADDRESS ?? '';
  if (address === '') return '';
  if (!/^https:\/\/[^\s"'<>#?&]+$/.test(address)) throw new Error(`UWANOSE_ADDRESS is no address: ${address}`);
  return `<meta name="uwanose-address" content="${address}">\n`;
}

// ---- the page

const style_media = { base: 'all', canvas: 'not all', text: 'print' };

function licences() {
  const folder = join(root, 'licences');
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
    .map((name) => read(join(folder, name)));
  return [`Uwanose\n\n${read(join(root, 'LICENSE'))}`, ...texts].join(`\n\n${'='.repeat(60)}\n\n`);
}

function pack(build, out) {
  const module = readFileSync(join(build, 'page.wasm'));
  const version = /project\(uwanose VERSION ([\d.]+)/.exec(read(join(root, 'CMakeLists.txt')))[1];
  const build_id = createHash('sha256').update(module).digest('hex').slice(0, 12);

  // A script must not end early: no "</script" or "<!--" within.
  const script = bundle(join(web, 'boot.js'), join(build, 'page.js'))
    .replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
  const styles = Object.keys(style_media).map((name) => slim_style(join(web, `${name}.css`)));

  const policy = ["default-src 'none'", `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hash).join(' ')}`, 'img-src data:', "base-uri 'none'",
    "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ');

  const slots = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    address: address_tag(),
    style: Object.entries(style_media).map(([name, media], i) =>
      `<style id="${name}-style" media="${media}">${styles[i]}</style>`).join('\n'),
    version: `${version} <span id="build">(${build_id})</span>`,
    module: [['module', module], ['licences', licences()]].map(data_block).join('\n'),
    script: `<script>${script}</script>`,
  };
  const page = read(join(root, 'index.html')).replace(/<!--pack:(\w+)-->/g, (_, name) => slots[name]);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, page);

  const size = Buffer.byteLength(page);
  console.log(`${out}: ${size} bytes (module ${module.length}, packed ${slots.module.length}; ` +
    `script ${script.length}; styles ${styles.join('').length})`);
}

const [build, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: node web/pack.mjs BUILD_DIR OUT');
  process.exit(2);
}
pack(build, out);
