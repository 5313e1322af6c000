// Starts the page: checks what the browser can do, unpacks the module, draws the first frame, and
// says in words what went wrong.

import create_module from 'module-glue';
import './copy.js';  // first: it keeps the page as it was delivered
import { create_drafts } from './drafts.js';
import { create_embed } from './embed.js';
import { create_files } from './files.js';
import { create_fonts } from './fonts.js';
import { create_host } from './host.js';
import { listen } from './input.js';
import { create_live } from './live.js';
import { follow_printing } from './printing.js';
import { create_semantics } from './semantics.js';
import { create_share } from './share.js';
import { create_surface } from './surface.js';
import { to_bytes } from './unpack.js';
import { create_view } from './view.js';
import { XzReadableStream } from 'xz-decompress';

const by_id = (id) => document.getElementById(id);
const html = document.documentElement;

let slow = 0;

function say(japanese, english) {
  clearTimeout(slow);
  by_id('boot').hidden = false;
  by_id('boot-note').textContent = `${japanese} / ${english}`;
}

const missing = () => [
  typeof WebAssembly === 'object' && 'WebAssembly',
  typeof ResizeObserver === 'function' && 'ResizeObserver',
].includes(false);

// What a data block of the page holds, unpacked.
function unpacked(id) {
  const block = by_id(id);
  const bytes = to_bytes(block.textContent, Number(block.dataset.bytes));
  return new Response(new XzReadableStream(new Blob([bytes]).stream()), { headers: { 'Content-Type': 'application/wasm' } });
}

function show_licences() {
  by_id('licence-details').addEventListener('toggle', async () => {
    by_id('licence-text').textContent = await unpacked('licences').text();
  }, { once: true });
}

// The heading is on the screen before the module is unpacked and compiled, which keeps the browser
// busy. A hidden page does not wait for it.
const first_paint = () => new Promise((done) => {
  new PerformanceObserver(done).observe({ type: 'paint', buffered: true });
  setTimeout(done, 150);
});

// What was drawn last is on the screen.
const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

function failed(error) {
  console.error(error);
  say('起動できませんでした。ブラウザーを新しくするか、別のブラウザーで開いてください。',
    'The page could not start. Please update the browser or try another one.');
}

async function start() {
  if (missing()) {
    say('このブラウザーでは動きません（WebAssembly が必要です）。新しい Chrome・Edge・Firefox・Safari で開いてください。',
      'This browser cannot run the page (WebAssembly is needed). Please open it in a current Chrome, Edge, Firefox or Safari.');
    return;
  }
  await first_paint();
  slow = setTimeout(() => say('準備しています…', 'Getting ready…'), 300);
  html.classList.toggle('debug-nodes', new URLSearchParams(location.search).get('debug') === 'nodes');

  let module = null, semantics = null, started = false, painting = false;
  const canvas = by_id('canvas');
  const family = getComputedStyle(html).getPropertyValue('--font').trim();
  const fonts = create_fonts(family);
  const live = create_live(by_id('status'), by_id('alert'));
  const send = (kind, id, value) => { if (module) host.send(kind, id, value); };

  const surface = create_surface({
    stage: by_id('stage'), tree: by_id('tree'), canvas, pinned_canvas: by_id('pinned'), ruler: by_id('ruler'),
    draw() {
      if (!started) return false;
      const paint = painting && surface.usable() && view.current() === 'canvas' && !printing();
      const again = module._uw_frame(paint ? 1 : 0) !== 0;
      if (view.current() === 'text' || printing()) semantics.draw_pictures();
      semantics.flush_focus();
      return again;
    },
    lost(times) { if (times > 1) view.give_up(); },
    restored() { module._uw_graphics_restored(); },
  });
  const view = create_view({
    canvas_style: by_id('canvas-style'), text_style: by_id('text-style'),
    changed(name) {
      if (!started) return;
      send('key', '', `view.${name}`);
      surface.remeasure();
    },
    contrast(name) { send('key', '', `contrast.${name}`); },
  });
  const files = create_files({
    opened(name, bytes) { send('open_file', name, bytes); },
    refused(name) { send('key', name, 'file.too_large'); },
  });
  const share = create_share(send);
  const embed = create_embed(send);
  const drafts = create_drafts(send);
  semantics = create_semantics({
    root: by_id('tree'), drafts, speak: live.speak, density: () => surface.now.density,
    spacing: (bold, font, text) => fonts.spacing(bold, font, surface.now.density, text),
    on_height: surface.set_height, on_pinned: surface.set_pinned,
  });
  listen({ root: by_id('tree'), semantics, drafts, send });
  const { printing } = follow_printing(send, () => surface.frame());

  const host = create_host({ surface, fonts, files, live, view, share, embed,
    semantics: () => semantics, module: () => module });
  const abort = new Promise((_, reject) => { host.aborted = reject; });
  const loading = create_module({
    canvas, host, print() {}, printErr: console.error, onAbort: host.aborted,
    instantiateWasm(imports, done) {
      WebAssembly.instantiateStreaming(unpacked('module'), imports).then(({ instance }) => done(instance), host.aborted);
      return {};
    },
  });
  module = await Promise.race([loading, abort]);
  performance.mark('uwanose-module');
  surface.measure();
  module._uw_start();
  performance.mark('uwanose-started');
  // Graphics take their time to start. Until then the elements show themselves, in the places where
  // Dear ImGui is going to paint them, and can be used.
  html.classList.add('bare');
  view.set(view.preferred());
  view.watch_contrast();
  started = true;
  share.start();
  embed.start();
  surface.frame();
  clearTimeout(slow);
  by_id('boot').hidden = true;
  await shown();
  performance.mark('uwanose-form');
  semantics.complete();

  painting = module._uw_graphics() !== 0;
  if (painting) host.draw_glyphs();
  else view.give_up();
  surface.frame();
  html.classList.remove('bare');
  show_licences();
  by_id('notice').hidden = fonts.has_japanese();
  await shown();
  performance.mark('uwanose-painted');

  // For tests and the curious: nothing here changes the page.
  Object.defineProperty(window, 'uwanose', { value: Object.freeze({
    frames: surface.frames, surface: surface.now, painting: () => painting }) });
}

start().catch(failed);
