// --js-library: what the module may call of the page. Everything leads to `Module.host` (host.js);
// only what needs Emscripten's own objects stands here.

mergeInto(LibraryManager.library, {
  host_start: function() {
    Module['host'].memory = function() { return HEAPU8.buffer; };
  },
  host_publish: function(words, strings) { Module['host'].publish(words, strings); },
  host_viewport: function(out) { Module['host'].viewport(out); },
  host_request_frame: function() { Module['host'].request_frame(); },
  host_focus: function(id, length) { Module['host'].focus(id, length); },
  host_announce: function(text, length, assertive) {
    Module['host'].announce(text, length, assertive);
  },
  host_save: function(name, name_length, mime, mime_length, bytes, length) {
    Module['host'].save(name, name_length, mime, mime_length, bytes, length);
  },
  host_save_copy: function(name, name_length, json, length) {
    Module['host'].save_copy(name, name_length, json, length);
  },
  host_make_link: function(text, length) { Module['host'].make_link(text, length); },
  host_tell_embedder: function(type, type_length, json, length) {
    Module['host'].tell_embedder(type, type_length, json, length);
  },
  host_pick: function(accept, length) { Module['host'].pick(accept, length); },
  host_copy: function(text, length) { Module['host'].copy(text, length); },
  host_print: function() { Module['host'].print(); },
  host_set_view: function(view, length) { Module['host'].set_view(view, length); },
  host_guard: function(on) { Module['host'].guard(on); },
  host_language: function(tag, length) { Module['host'].language(tag, length); },
  host_kept: function(length) { return Module['host'].kept(length); },
  host_keep: function(text, length) { return Module['host'].keep(text, length); },
  host_forget: function() { Module['host'].forget(); },
  host_today: function() { return Module['host'].today(); },
  host_time: function() { return Module['host'].time(); },
  host_zone: function() { return -new Date().getTimezoneOffset(); },
  host_copy_pinned: function(width, height) { Module['host'].copy_pinned(width, height); },

  host_glyph_vertical: function(weight, px, out) {
    Module['host'].glyph_vertical(weight, px, out);
  },
  host_glyph_advance: function(weight, px, code) {
    return Module['host'].glyph_advance(weight, px, code);
  },
  host_glyph_ink: function(weight, px, code, out) {
    Module['host'].glyph_ink(weight, px, code, out);
  },
  host_glyph_coloured: function(code) { return Module['host'].glyph_coloured(code); },
  host_glyph_reset: function(width, height, rgba, length) {
    Module['host'].glyph_reset(width, height, rgba, length);
  },
  host_glyph_draw: function(cells, count) { Module['host'].glyph_draw(cells, count); },
  host_glyph_upload__deps: ['$GL'],
  host_glyph_upload: function(texture, x, y, width, height) {
    var context = GL.currentContext && GL.currentContext.GLctx;
    Module['host'].glyph_upload(context, GL.textures[texture], x, y, width, height);
  },

  // A WebGL 2 context on the page's canvas; 0 if there is none.
  host_gl_start__deps: ['$GL'],
  host_gl_start: function() {
    var context = GL.createContext(Module['canvas'], {
      majorVersion: 2, minorVersion: 0, alpha: false, depth: false, stencil: false,
      antialias: false, premultipliedAlpha: true, preserveDrawingBuffer: false,
      enableExtensionsByDefault: false
    });
    if (!context || !GL.makeContextCurrent(context)) return 0;
    Module['host'].answer_state_queries(GL.currentContext.GLctx);
    return 1;
  },
  // The context came back: its objects are gone, and the names of the old ones with them.
  host_gl_restart__deps: ['$GL'],
  host_gl_restart: function() {
    ['buffers', 'programs', 'framebuffers', 'textures', 'shaders', 'vaos', 'samplers']
      .forEach(function(kind) { GL[kind].length = 0; });
  }
});
