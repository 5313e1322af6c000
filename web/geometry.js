// Puts elements where their nodes are painted. The text view's style sheet overrules all of it.

import { mixed, words_of } from './elements.js';

const small = 0.875;  // hints and errors, of the node's own type size

function box(element, rect, font, line) {
  const key = `${rect.x} ${rect.y} ${rect.width} ${rect.height} ${font} ${line}`;
  if (element.box === key) return;
  if (!element.box) element.classList.add('at');
  element.box = key;
  const { style } = element;
  style.left = `${rect.x}px`;
  style.top = `${rect.y}px`;
  style.width = `${rect.width}px`;
  style.height = `${rect.height}px`;
  style.fontSize = `${font}px`;
  style.lineHeight = `${line}px`;
}

const empty = (rect) => !(rect.width > 0);

// The name inside an element that has its own rectangle: pushed to where it is painted.
function inset(element, rect, label) {
  const { style } = element;
  style.paddingLeft = empty(label) ? '' : `${label.x - rect.x}px`;
  style.paddingRight = empty(label) ? '' : `${rect.x + rect.width - label.x - label.width}px`;
  style.paddingBottom = empty(label) ? '' : `${rect.y + rect.height - label.y - label.height}px`;
  style.paddingTop = empty(label) ? '' : `${label.y - rect.y}px`;
}

// Letters stand where they are painted, so that what find-in-page marks is what is seen.
function fit(element, font, bold, spacing) {
  const key = `${font} ${bold} ${devicePixelRatio} ${element.textContent}`;
  if (element.fitted === key) return;
  element.fitted = key;
  const lines = element.classList.contains('broken') ? element.querySelectorAll('.line') : [element];
  for (const line of lines) {
    const by = spacing(bold, font, line.textContent);
    line.style.setProperty('--fit', Math.abs(by) < 0.005 ? '0px' : `${by.toFixed(3)}px`);
  }
}

// Of these only words, or what they hold, have a place.
const unplaced = ['main', 'navigation', 'list', 'group', 'dialog', ...mixed];

const always_bold = (role) => ['heading', 'group', 'text_field', 'select'].includes(role);

// A section, a table and its rows are boxes of their own, which the browser lays out apart from the
// others: what is in one is placed from its corner and moves with it.
function box_apart({ style, classList }, rect) {
  classList.toggle('apart', !empty(rect));
  style.left = `${rect.x}px`;
  style.top = `${rect.y}px`;
}

// Words that are not painted have no place.
function place_words(element, rect, font, line) {
  element.classList.toggle('unpainted', empty(rect));
  if (!empty(rect)) box(element, rect, font, line);
}

// `changed`: in more than its place.
export function place(record, spacing, changed) {
  const { role, target, notes, own_text, geometry } = record;
  if (!geometry) return;
  const { font, line, rects: [rect, label, hint, error] } = geometry;
  const { flags } = record.content;
  const words = words_of(record);
  const painted = !flags.print_only && !flags.visually_hidden;
  const refit = changed || record.font !== font;
  record.font = font;
  if (role === 'section' || role === 'table') {
    box_apart(target, rect);
  } else if (role === 'text_field' || role === 'select') {
    box(target, rect, font, line);
    target.style.paddingLeft = `${0.75 * font}px`;
    target.style.paddingRight = `${(role === 'select' ? 2 : 0.75) * font}px`;
  } else if (role === 'checkbox' || role === 'radio' || role === 'slider') {
    box(target, rect, font, line);
  } else if (own_text) {
    box(own_text, rect, font, line);
    inset(own_text, rect, label);
  } else if (!unplaced.includes(role)) {
    box(target, rect, font, line);
    inset(target, rect, label);
  }
  if (record.label && record.label !== target) place_words(record.label, label, font, line);
  if (words && painted && refit) fit(words, font, flags.bold || always_bold(role), spacing);
  for (const [kind, at] of [['hint', hint], ['error', error]]) {
    if (!notes[kind]) continue;
    place_words(notes[kind], at, font * small, line * small);
    if (refit) fit(notes[kind], font * small, kind === 'error', spacing);
  }
}
