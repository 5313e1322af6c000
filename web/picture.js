// A drawn image as SVG, for the text view and print. Presentation attributes only: the policy
// refuses styles in markup.

const namespace = 'http://www.w3.org/2000/svg';

function element(name, attributes) {
  const made = document.createElementNS(namespace, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  return made;
}

const round = (value) => Math.round(value * 100) / 100;
const stroke = (x1, y1, x2, y2, width, colour, more) =>
  element('line', { x1, y1, x2, y2, stroke: colour, 'stroke-width': width, ...more });
const words = (x, y, size, fill, more) =>
  element('text', { x, y: round(y + size / 2), 'font-size': size, fill,
    'dominant-baseline': 'central', ...more });

const makers = {
  fill: ([x, y, width, height, rx], fill) => element('rect', { x, y, width, height, rx, fill }),
  line: ([x, y, a, b, size], colour) => stroke(x, y, a, b, size, colour),
  dashes: ([x, y, a, b, size], colour) => stroke(x, y, a, b, size, colour, { 'stroke-dasharray': '6 4' }),
  disc: ([cx, cy, , , r], fill) => element('circle', { cx, cy, r, fill }),
  text: ([x, y, , , size], fill) => words(x, y, size, fill),
  bold_text: ([x, y, , , size], fill) => words(x, y, size, fill, { 'font-weight': 700 }),
};

// `drawing` as in wire.js; its first shape is as large as the whole.
export function picture(drawing) {
  const [, , width, height] = drawing[0].numbers.map(round);
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true', focusable: 'false' });
  for (const { kind, colour, numbers, words: text } of drawing) {
    const shape = makers[kind](numbers.map(round), `#${colour.toString(16).padStart(6, '0')}`);
    if (text) shape.textContent = text;
    svg.append(shape);
  }
  return svg;
}
