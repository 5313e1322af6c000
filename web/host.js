// What the module may ask of the page (src/platform/web/host.h): numbers and pointers come in,
// strings and views go on to surface, semantics, fonts and files.

import { copy_with } from './copy.js';
import { storage } from './storage.js';
import { read_wire } from './wire.js';

const kinds = ['click', 'input', 'commit', 'select', 'focus', 'hover', 'press', 'key',
  'open_file', 'paste', 'message', 'idle'];

// Dear ImGui's renderer asks for all state before it draws, to put it back afterwards. Nobody else
// draws here, and every question makes the page wait for the graphics process: these are answered
// with what a fresh context has.
function answer_state_queries(gl) {
  const fresh = new Map([
    [gl.ACTIVE_TEXTURE, gl.TEXTURE0], [gl.CURRENT_PROGRAM, null], [gl.TEXTURE_BINDING_2D, null],
    [gl.SAMPLER_BINDING, null], [gl.ARRAY_BUFFER_BINDING, null], [gl.VERTEX_ARRAY_BINDING, null],
    [gl.VIEWPORT, new Int32Array([0, 0, 1, 1])], [gl.SCISSOR_BOX, new Int32Array([0, 0, 1, 1])],
    [gl.BLEND_SRC_RGB, gl.ONE], [gl.BLEND_DST_RGB, gl.ZERO],
    [gl.BLEND_SRC_ALPHA, gl.ONE], [gl.BLEND_DST_ALPHA, gl.ZERO],
    [gl.BLEND_EQUATION_RGB, gl.FUNC_ADD], [gl.BLEND_EQUATION_ALPHA, gl.FUNC_ADD]]);
  const ask = gl.getParameter.bind(gl);
  gl.getParameter = (name) => (fresh.has(name) ? fresh.get(name) : ask(name));
  gl.isEnabled = () => false;
}

export function create_host({ surface, fonts, files, live, view, share, embed, semantics, module }) {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const bytes = (at, length) => new Uint8Array(host.memory(), at, length);
  const text = (at, length) => decoder.decode(bytes(at, length));
  const put_floats = (at, values) => new Float32Array(host.memory(), at, values.length).set(values);

  // A string or bytes in the module's memory, for the time of one call.
  function lend(value, use) {
    const source = typeof value === 'string' ? encoder.encode(value) : value;
    const at = module()._malloc(source.length + 1);
    bytes(at, source.length).set(source);
    try {
      return use(at, source.length);
    } finally {
      module()._free(at);
    }
  }

  let guarded = false;
  addEventListener('beforeunload', (event) => { if (guarded) event.preventDefault(); });

  const host = {
    memory: null,  // set by the module
    send(kind, id, value) {
      if (kind === 'input' || kind === 'commit') live.committed();
      lend(id, (id_at, id_length) => lend(value, (at, length) =>
        module()._uw_event(kinds.indexOf(kind), id_at, id_length, at, length)));
      surface.request();
    },

    publish(words, strings) { semantics().publish(read_wire(host.memory(), words, strings)); },
    viewport(out) {
      const { width, window_height, density, text_scale, top, height, insets } = surface.now;
      put_floats(out, [width, window_height, density, text_scale, top, height, ...insets]);
    },
    request_frame: () => surface.request(),
    focus: (at, length) => semantics().focus(text(at, length)),
    announce: (at, length, assertive) => live.speak(text(at, length), assertive !== 0),
    save(name, name_length, mime, mime_length, at, length) {
      files.save(text(name, name_length), text(mime, mime_length), bytes(at, length).slice());
    },
    save_copy(name, name_length, at, length) {
      files.save(text(name, name_length), 'text/html', copy_with(text(at, length)));
    },
    make_link: (at, length) => share.make(bytes(at, length).slice()),
    tell_embedder(type, type_length, at, length) {
      embed.tell(text(type, type_length), text(at, length));
    },
    pick: (at, length) => files.pick(text(at, length)),
    copy: (at, length) => files.copy(text(at, length)),
    print: () => setTimeout(() => print()),
    set_view: (at, length) => view.set(text(at, length)),
    guard(on) { guarded = on !== 0; },
    language: (at, length) => semantics().language(text(at, length)),
    kept(length_at) {
      const kept = storage.kept();
      if (kept === null) return 0;
      const source = encoder.encode(kept);
      const at = module()._malloc(source.length + 1);
      bytes(at, source.length).set(source);
      new Uint32Array(host.memory(), length_at, 1)[0] = source.length;
      return at;
    },
    keep: (at, length) => (storage.keep(text(at, length)) ? 1 : 0),
    forget: storage.forget,
    // yyyymmdd, by the user's calendar
    today() {
      const now = new Date();
      return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
    },
    // hhmmss
    time() {
      const now = new Date();
      return now.getHours() * 10000 + now.getMinutes() * 100 + now.getSeconds();
    },
    copy_pinned: surface.copy_pinned,
    answer_state_queries,

    glyph_vertical: (weight, px, out) => put_floats(out, fonts.vertical(weight, px)),
    glyph_advance: fonts.advance,
    glyph_ink: (weight, px, code, out) => put_floats(out, fonts.ink(weight, px, code)),
    glyph_coloured: (code) => (fonts.is_coloured(code) ? 1 : 0),
    // Without graphics glyphs are only measured.
    glyph_reset() {},
    glyph_draw() {},
    glyph_upload() {},
    draw_glyphs() {
      host.glyph_reset = (width, height, at, length) => fonts.reset(width, height, bytes(at, length));
      host.glyph_draw = (at, count) => fonts.draw(host.memory(), at, count);
      host.glyph_upload = fonts.upload;
    },
  };
  return host;
}
