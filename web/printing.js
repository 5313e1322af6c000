// A print is a report: the application puts the answer first before the browser lays out the pages,
// and takes the page's own order back afterwards. Nothing is painted meanwhile.

const typing = (element) => element instanceof HTMLInputElement && element.type === 'text';

// `send` reports to the application, `draw_now` brings its tree up to date at once.
export function follow_printing(send, draw_now) {
  let printing = false;

  function set(on) {
    if (on === printing) return;
    printing = on;
    // What is being typed counts as it stands.
    const active = document.activeElement;
    if (on && typing(active)) active.dispatchEvent(new Event('change', { bubbles: true }));
    send('key', '', on ? 'print.begin' : 'print.end');
    draw_now();
  }

  addEventListener('beforeprint', () => set(true));
  addEventListener('afterprint', () => set(false));
  matchMedia('print').addEventListener('change', ({ matches }) => set(matches));
  return { printing: () => printing };
}
