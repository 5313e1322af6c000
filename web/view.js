// Two views of the same elements. `canvas`: Dear ImGui paints, the elements are transparent over
// it. `text`: the elements are an ordinary form; so they are in print, in forced colours, and
// where the graphics are missing.

export function create_view({ canvas_style, text_style, changed, contrast }) {
  const html = document.documentElement;
  let possible = true, current = '';

  function set(wanted) {
    const next = wanted === 'canvas' && possible ? 'canvas' : 'text';
    if (next === current) return;
    current = next;
    html.dataset.view = next;
    canvas_style.media = next === 'canvas' ? 'screen' : 'not all';
    text_style.media = next === 'canvas' ? 'print' : 'all';
    changed(next);
  }

  const forced = matchMedia('(forced-colors: active)');
  forced.addEventListener('change', () => set(forced.matches ? 'text' : 'canvas'));

  const more = matchMedia('(prefers-contrast: more)');

  return {
    set,
    // Tells whether more contrast is asked for, now and whenever that changes.
    watch_contrast() {
      const tell = () => contrast(more.matches ? 'more' : 'usual');
      more.addEventListener('change', tell);
      if (more.matches) tell();
    },
    current: () => current,
    preferred: () => (forced.matches || new URLSearchParams(location.search).get('view') === 'text'
      ? 'text' : 'canvas'),
    // No graphics: the text view it is, for good.
    give_up() {
      possible = false;
      set('text');
    },
  };
}
