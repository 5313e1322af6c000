// The canvas is glued to the document: absolute, taller than the window by a margin above and
// below, and moved and redrawn in one animation frame before the window leaves it. In between the
// browser scrolls paint and elements as one surface. Frames are drawn on demand only.

const step = 8;         // CSS pixels: whole device pixels at every usual density
const margin_share = 0.6;
const spare_share = 0.4;  // of the margin that has to be left, or the canvas moves

const up = (value) => Math.ceil(value / step) * step;

export function create_surface({ stage, tree, canvas, pinned_canvas, ruler, draw, lost, restored }) {
  const html = document.documentElement;
  const now = { width: 0, window_height: 0, density: 1, text_scale: 1, top: 0, height: 0,
    insets: [0, 0, 0] };  // left, right, bottom
  let margin = 0, document_height = 0;
  let asked = 0, frames = 0, scrolled = 0, stale = true, gone = false, losses = 0, pinned_context = null;

  // What a notch or a home bar takes of the window.
  function insets() {
    const { paddingLeft, paddingRight, paddingBottom } = getComputedStyle(ruler);
    return [paddingLeft, paddingRight, paddingBottom].map((value) => parseFloat(value) || 0);
  }

  function measure() {
    stale = false;
    const density = devicePixelRatio || 1;
    const width = html.clientWidth, window_height = html.clientHeight;
    margin = up(window_height * margin_share);
    const height = up(window_height + 2 * margin);
    now.text_scale = ruler.getBoundingClientRect().width / 160 || 1;
    now.insets = insets();
    const device_width = Math.floor(width * density), device_height = Math.round(height * density);
    if (canvas.width !== device_width || canvas.height !== device_height) {
      canvas.width = device_width;
      canvas.height = device_height;
      canvas.style.width = `${device_width / density}px`;
      canvas.style.height = `${device_height / density}px`;
    }
    Object.assign(now, { width, window_height, density, height });
  }

  const best_top = () => {
    const lowest = Math.max(0, Math.ceil((document_height - now.height) / step) * step);
    return Math.min(lowest, Math.max(0, Math.round((scrolled - margin) / step) * step));
  };

  // Reading scrollY while elements change would lay the document out once more: `scrolled` is read
  // when a frame begins and when the window scrolls.
  // Has the window come so near to the canvas's edge that another place is better?
  function must_move() {
    const spare = margin * spare_share;
    const bottom = now.top + now.height - now.window_height - spare;
    return (scrolled < now.top + spare || scrolled > bottom) && best_top() !== now.top;
  }

  function frame() {
    cancelAnimationFrame(asked);
    asked = 0;
    scrolled = scrollY;
    if (stale || now.density !== devicePixelRatio) measure();
    if (must_move()) {
      now.top = best_top();
      canvas.style.transform = `translateY(${now.top}px)`;
    }
    frames += 1;
    if (draw()) request();
  }

  function request() {
    if (asked === 0) asked = requestAnimationFrame(frame);
  }

  function remeasure() {
    stale = true;
    request();
  }

  // Observers also report what is known already: the first sizes.
  function size_seen() {
    const text_scale = ruler.getBoundingClientRect().width / 160;
    if (html.clientWidth !== now.width || html.clientHeight !== now.window_height ||
        text_scale !== now.text_scale || insets().join() !== now.insets.join()) remeasure();
  }

  // A phone's keyboard makes the window lower, or covers its lower part: the answer's bar gives way
  // and the field stays in sight.
  function keyboard_seen() {
    const field = document.activeElement;
    const typing = field.matches('#tree input[type=text]');
    const { height, scale } = visualViewport;
    html.classList.toggle('typing', typing && height * scale < innerHeight - 120);
    if (typing) field.scrollIntoView({ block: 'nearest' });
  }

  function watch_density() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => {
      remeasure();
      watch_density();
    }, { once: true });
  }

  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    gone = true;
    losses += 1;
    lost(losses);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    gone = false;
    restored();
    request();
  });
  addEventListener('scroll', () => {
    scrolled = scrollY;
    if (must_move()) request();
  }, { passive: true });
  addEventListener('resize', () => {
    const lower = html.clientHeight < now.window_height;
    remeasure();
    if (lower) requestAnimationFrame(() => requestAnimationFrame(keyboard_seen));
  });
  visualViewport.addEventListener('resize', keyboard_seen);
  tree.addEventListener('focusout', () => html.classList.remove('typing'));
  const observer = new ResizeObserver(size_seen);
  observer.observe(html);
  observer.observe(ruler);
  watch_density();

  return {
    now,
    request,
    remeasure,
    measure,
    frame,
    frames: () => frames,
    usable: () => !gone,
    set_height(height) {
      if (height === document_height) return;
      document_height = height;
      stage.style.height = tree.style.height = `${height}px`;
      if (must_move()) request();
    },
    // The pinned layer is shown in a canvas of its own, which the browser keeps in place.
    set_pinned(rect) {
      pinned_canvas.hidden = rect === null;
      if (!rect) {
        html.style.scrollPaddingBottom = '';
        return;
      }
      const { style } = pinned_canvas;
      style.left = `${rect.x}px`;
      style.top = `${rect.y}px`;
      style.width = `${rect.width}px`;
      style.height = `${rect.height}px`;
      const bar = rect.width > now.width * 0.8;
      html.style.scrollPaddingBottom = bar ? `${now.window_height - rect.y + 16}px` : '';
    },
    copy_pinned(width, height) {
      if (width === 0 || height === 0) return;
      if (pinned_canvas.width !== width || pinned_canvas.height !== height) {
        pinned_canvas.width = width;
        pinned_canvas.height = height;
      }
      pinned_context ??= pinned_canvas.getContext('2d', { alpha: false });
      pinned_context.drawImage(canvas, 0, 0, width, height, 0, 0, width, height);
    },
  };
}
