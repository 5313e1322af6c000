// DOM events → events of the application. Activation has one source, `click`; the focus has one,
// document.activeElement. No key is swallowed but our documented shortcuts, and none of those
// while an input method composes.

import { is_control } from './elements.js';

// Roles whose value the DOM owns until it is committed.
const typed = ['text_field', 'slider'];

const has_text = (element) => element instanceof HTMLInputElement && element.type === 'text';
// Letters typed there mean something to it.
const takes_letters = (element) => has_text(element) || element instanceof HTMLSelectElement;

const letters = { '?': 'help', p: 'seminar', n: 'next', b: 'back' };

// The node that an event's target belongs to.
function node_of(target) {
  for (let element = target; element; element = element.parentElement) {
    if (element.node) return element.node;
  }
  return null;
}

function control_of(target) {
  const record = node_of(target);
  return record && is_control(record.role) ? record : null;
}

const shortcut_of = (event) => {
  if (event.key === 'Escape') return 'escape';
  if (has_text(event.target)) return '';
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return '';
    const key = event.key.toLowerCase();
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !event.shiftKey ? 'redo' : '';
  }
  if (event.altKey || takes_letters(event.target)) return '';
  if (/^[1-9]$/.test(event.key)) return `sample.${event.key}`;
  return letters[event.key.toLowerCase()] ?? '';
};

// An amount is copied as a plain figure, and cells of a table as a table: what a spreadsheet takes.
function copied(selection) {
  const plain = (text) => text.trim().replace(/^(-?[\d,]+)(円| yen)$/, (_, figure) => figure.replaceAll(',', ''));
  const words = selection.toString();
  const [start, end] = [selection.anchorNode, selection.focusNode].map((node) =>
    (node instanceof Element ? node : node.parentElement).closest('td, th'));
  const table = start?.closest('table');
  if (!table || start === end || table !== end?.closest('table')) return plain(words);
  const said = (cell) => cell.querySelector('input')?.value ??
    cell.querySelector('select')?.selectedOptions[0]?.textContent ?? cell.textContent;
  return [...table.querySelectorAll('tr')].map((row) => [...row.children]
    .filter((cell) => selection.containsNode(cell, true)).map((cell) => plain(said(cell)))
    .join('\t')).filter((line) => line !== '').join('\n');
}

export function listen({ root, semantics, drafts, send }) {
  const composing = (event) => event.isComposing || event.keyCode === 229;
  const field = (handler) => (event) => {
    const record = node_of(event.target);
    if (record && typed.includes(record.role) && event.target === record.target) {
      handler(record, event);
    }
  };

  root.addEventListener('compositionstart', field(drafts.compositionstart));
  root.addEventListener('compositionend', field(drafts.compositionend));
  root.addEventListener('input', field(drafts.input));
  root.addEventListener('change', field(drafts.change));
  root.addEventListener('change', (event) => {
    const record = node_of(event.target);
    if (record && record.role === 'select') send('select', record.id, record.target.value);
  });

  root.addEventListener('click', (event) => {
    const record = control_of(event.target);
    if (!record || typed.includes(record.role) || record.role === 'select') return;
    const { content, role, target } = record;
    // A label's click comes again as a click of its control.
    if ((role === 'checkbox' || role === 'radio') && event.target !== target) return;
    if (role === 'link' && !content.target.startsWith('https://')) {
      event.preventDefault();
      if (content.target && !content.flags.disabled) semantics.go_to(content.target);
    }
    if (content.flags.disabled) event.preventDefault();
    else send('click', record.id, '');
    if (role === 'checkbox' || role === 'radio') setTimeout(() => semantics.resync(record));
  });

  root.addEventListener('focusin', (event) => {
    send('focus', node_of(event.target)?.id ?? '', '');
  });
  root.addEventListener('focusout', (event) => {
    const record = node_of(event.target);
    if (record && typed.includes(record.role)) drafts.leave(record);
    if (!event.relatedTarget) send('focus', '', '');
    setTimeout(semantics.focus_left);
  });

  let hovered = '';
  const hover = (id) => {
    if (id !== hovered) send('hover', id, '');
    hovered = id;
  };
  root.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch') hover(node_of(event.target)?.id ?? '');
  });
  root.addEventListener('pointerleave', () => hover(''));

  let pressed = false;
  root.addEventListener('pointerdown', (event) => {
    const record = control_of(event.target);
    pressed = record !== null;
    if (pressed) send('press', record.id, '');
  });
  for (const type of ['pointerup', 'pointercancel']) {
    addEventListener(type, () => {
      if (pressed) send('press', '', '');
      pressed = false;
    });
  }

  addEventListener('keydown', (event) => {
    if (composing(event) || event.defaultPrevented) return;
    if (event.key === 'Enter' && has_text(event.target)) {
      field((record) => drafts.enter(record))(event);
      return;
    }
    const shortcut = shortcut_of(event);
    if (shortcut === '') return;
    if (shortcut !== 'escape') event.preventDefault();
    send('key', node_of(event.target)?.id ?? '', shortcut);
  });

  root.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (has_text(event.target) || selection.isCollapsed) return;
    const text = copied(selection);
    if (text === selection.toString()) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  });

  // Several cells pasted into one field are the application's to lay out.
  root.addEventListener('paste', field((record, event) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    send('paste', record.id, text);
  }));
}
