// Nodes → DOM. Elements are keyed by their node's number; only what changed is touched. The
// focused element is never removed, moved or made again: whatever would do so waits until the
// focus has left.

import { create, fill, mark_language } from './elements.js';
import { place } from './geometry.js';
import { picture } from './picture.js';

const is_box = (role) => ['section', 'table', 'row'].includes(role);

// A whole tree as two: what begins above `bottom`, with all that it stands in, and the others.
function split({ height, families, rectangles, contents }, bottom) {
  const parent_of = new Map(families.flatMap(({ parent, children }) =>
    children.map((number) => [number, parent])));
  const rects_of = new Map(rectangles.map(({ number, rects }) => [number, rects]));
  const boxes = new Set(contents.filter(({ role }) => is_box(role)).map(({ number }) => number));
  const first = new Set();
  for (const { number, rects } of rectangles) {
    let top = 0;
    for (let at = parent_of.get(number); at; at = parent_of.get(at)) {
      const [box] = rects_of.get(at);
      if (boxes.has(at) && box.width > 0) top += box.y;
    }
    if (!rects.some(({ y, width }) => width > 0 && top + y < bottom)) continue;
    for (let at = number; at && !first.has(at); at = parent_of.get(at)) first.add(at);
  }
  const part = (is_first, some) => {
    const wanted = ({ number }) => first.has(number) === is_first;
    return { height, gone: [], families: some,
      rectangles: rectangles.filter(wanted), contents: contents.filter(wanted) };
  };
  const first_families = families.map(({ parent, children }) =>
    ({ parent, children: children.filter((number) => first.has(number)) }));
  return [part(true, first_families), part(false, families)];
}

export function create_semantics({ root, drafts, speak, spacing, density, on_height, on_pinned }) {
  const records = new Map();  // by number
  const by_id = new Map();
  const undrawn = new Set();  // images whose picture nobody has looked at
  const parent_of = new Map();
  const children_of = new Map();
  const leaving = new Set();    // records that have no node any more, until the focus has left them
  const unsettled = new Set();  // parents whose elements do not stand as their children do
  let pinned;                   // the section that stays in the window
  let wanted_focus = '';
  let opener = null;          // had the focus before a dialog took it
  let opened_at = 0;          // where the window was scrolled to then
  let fitted_for = 0;         // density

  const holds_focus = (element) => {
    const active = document.activeElement;
    return active !== document.body && element.contains(active);
  };

  function take_content(content) {
    let record = records.get(content.number);
    if (record && (content.flags.paint_only || record.role !== content.role)) {
      leaving.add(record);
      record = undefined;
    }
    if (content.flags.paint_only) return null;
    if (!record) {
      record = create(content);
      records.set(content.number, record);
      by_id.set(content.id, record);
    }
    const before = record.content;
    if (content.role === 'radio') record.group = group_name(content.number);
    fill(record, content);
    if (content.role === 'image') undrawn.add(record);
    if (content.role === 'section' && content.flags.pinned) pinned = record;
    if (content.role === 'text_field' || content.role === 'slider') drafts.take_value(record);
    if ((content.role === 'status' || content.role === 'alert') && before?.name !== content.name) {
      speak(content.name, content.role === 'alert');
    }
    return record;
  }

  const group_name = (number) => `g${parent_of.get(number) ?? 0}`;

  function remove(record) {
    record.outer.remove();
    leaving.delete(record);
    if (records.get(record.number) === record) records.delete(record.number);
    if (by_id.get(record.id) === record) by_id.delete(record.id);
    if (pinned === record) pinned = undefined;
  }

  // Puts `wanted` in order into `host`, after the element `lead`; others come last. False if one has
  // to stay elsewhere for now.
  function arrange(host, lead, wanted) {
    let complete = true;
    let cursor = lead ? lead.nextSibling : host.firstChild;
    for (const element of wanted) {
      // One that stood before the others goes behind them, rather than each of them before it.
      if (cursor && element === cursor.nextSibling && !holds_focus(cursor)) {
        host.append(cursor);
        cursor = element;
      }
      if (element === cursor) {
        cursor = cursor.nextSibling;
      } else if (holds_focus(element)) {
        if (element.parentNode !== host) {
          complete = false;
          continue;
        }
        while (cursor !== element) {
          const next = cursor.nextSibling;
          host.insertBefore(cursor, element.nextSibling);
          cursor = next;
        }
        cursor = element.nextSibling;
      } else {
        host.insertBefore(element, cursor);
      }
    }
    return complete;
  }

  // What stands before the children of a record: legend, caption, own text, hint and error.
  function lead_of(record) {
    let lead = null;
    for (const child of record.body.children) {
      if (child.node) break;
      lead = child;
    }
    return lead;
  }

  function settle() {
    for (const record of leaving) {
      if (record.role === 'dialog' && !record.closing) close_dialog(record);
      if (!holds_focus(record.outer)) remove(record);
    }
    for (const parent of unsettled) {
      const host = records.get(parent);
      const wanted = children_of.get(parent).flatMap((number) => records.get(number)?.outer ?? []);
      const settled = parent === 0 ? arrange(root, null, wanted)
        : !host || arrange(host.body, lead_of(host), wanted);
      if (settled) unsettled.delete(parent);
    }
  }

  function take_families(gone, families) {
    for (const number of gone) {
      const record = records.get(number);
      if (record) leaving.add(record);
      children_of.delete(number);
      unsettled.delete(number);
    }
    for (const { parent, children } of families) {
      children_of.set(parent, children);
      unsettled.add(parent);
      for (const number of children) {
        parent_of.set(number, parent);
        leaving.delete(records.get(number));
      }
    }
  }

  function open_dialog() {
    for (const record of records.values()) {
      if (record.role === 'dialog' && !record.closing) return record;
    }
    return null;
  }

  let dialog_was_open = false;

  // A dialog makes everything beside it and its ancestors inert.
  function update_inert() {
    const dialog = open_dialog();
    if (!dialog && !dialog_was_open) return;
    dialog_was_open = Boolean(dialog);
    for (const { outer } of records.values()) {
      const apart = Boolean(dialog) && !outer.contains(dialog.outer) &&
        !dialog.outer.contains(outer);
      if (outer.inert !== apart) outer.inert = apart;
    }
    if (dialog && !opener) {
      opener = document.activeElement;
      opened_at = scrollY;
      if (!wanted_focus) dialog.outer.focus({ preventScroll: true });
    }
  }

  // The focus goes back to what opened the dialog, unless the application wants it elsewhere;
  // the element itself goes when the focus has left it.
  function close_dialog(record) {
    record.closing = true;
    update_inert();
    if (!wanted_focus && opener) {
      if (opener.isConnected) opener.focus({ preventScroll: true });
      // Nothing had the focus before: nothing has it again.
      if (holds_focus(record.outer)) document.activeElement.blur();
      scroll_back = opened_at;
    }
    opener = null;
  }

  let scroll_back = null;

  function focus_now() {
    const record = by_id.get(wanted_focus);
    wanted_focus = '';
    if (!record) return;
    const { target } = record;
    if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) {
      target.setAttribute('tabindex', '-1');
    }
    if (target.getBoundingClientRect().height > 0) {
      target.focus();
      target.scrollIntoView({ block: 'nearest' });
    } else {
      // A section has no place of its own: what it begins with has.
      target.focus({ preventScroll: true });
      target.querySelector('.at')?.scrollIntoView({ block: 'start' });
    }
  }

  let later = null;  // what is left of the first tree

  function complete() {
    const rest = later;
    later = null;
    if (rest) apply(rest);
  }

  // The first tree is the largest: what the window shows is there before the rest.
  function publish(tree) {
    complete();
    if (records.size > 0) return apply(tree);
    const [shown, rest] = split(tree, innerHeight);
    apply(shown);
    later = rest;
  }

  function apply({ height, gone, families, rectangles, contents }) {
    take_families(gone, families);
    const changed = new Set();
    for (const content of contents) {
      const record = take_content(content);
      if (record) changed.add(record);
    }
    const touched = new Set(changed);
    for (const rectangle of rectangles) {
      const record = records.get(rectangle.number);
      if (!record) continue;
      record.geometry = rectangle;
      touched.add(record);
    }
    if (gone.length > 0 || families.length > 0) {
      settle();
      update_inert();
    }
    const refit = fitted_for !== density();
    fitted_for = density();
    for (const record of refit ? records.values() : touched) {
      place(record, spacing, refit || changed.has(record));
    }
    on_height(height);
    if (scroll_back !== null) scrollTo(0, scroll_back);
    scroll_back = null;
    on_pinned(pinned?.geometry?.rects[0] ?? null);
  }

  return {
    publish,
    complete,
    // Words that are not in the language of the page say so.
    language(tag) {
      document.documentElement.lang = tag;
      for (const record of records.values()) mark_language(record);
    },
    // Dear ImGui paints them on the canvas; the text view and print show these.
    draw_pictures() {
      for (const { target, content } of undrawn) target.replaceChildren(picture(content.drawing));
      undrawn.clear();
    },
    focus(id) { wanted_focus = id; },
    flush_focus() {
      if (!wanted_focus) return;
      complete();
      focus_now();
    },
    focus_left: settle,
    // The application decides what is chosen; after a click the element shows it again.
    resync(record) {
      const { content, target } = record;
      if (record.role === 'checkbox' || record.role === 'radio') {
        target.checked = content.flags.checked;
      }
    },
    go_to(id) {
      wanted_focus = id;
      focus_now();
    },
  };
}
