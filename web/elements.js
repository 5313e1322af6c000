// One real element for each role, and how a node's words and rectangles get into it.
// Only textContent, properties and element.style are used, never markup.

export const id_of = (id) => `n.${id}`;

function make(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const simple_tags = {
  main: 'main', navigation: 'nav', section: 'section', text: 'p', list: 'ul', list_item: 'li',
  link: 'a', cell: 'td', row: 'tr', status: 'p', alert: 'p',
};

export const is_control = (role) => ['link', 'button', 'text_field', 'checkbox', 'radio',
  'select', 'slider', 'disclosure'].includes(role);

// A part is { outer, target, body, label }: what stands in the tree, what has the role (and the
// focus), where children go, and what shows the name.
function parts_of(content) {
  const { role, level } = content;
  if (role in simple_tags) {
    const outer = make(simple_tags[role]);
    // Positioned cells lose their table roles in some browsers: said again.
    if (role === 'row' || role === 'cell') outer.setAttribute('role', role);
    return { outer, target: outer, body: outer, label: outer };
  }
  if (role === 'heading') {
    const outer = make(`h${Math.min(Math.max(level, 1), 6)}`);
    return { outer, target: outer, body: outer, label: outer };
  }
  if (role === 'button' || role === 'disclosure') {
    const outer = make('button', { type: 'button' });
    return { outer, target: outer, body: outer, label: outer };
  }
  if (role === 'text_field' || role === 'select' || role === 'slider') {
    const outer = make('div', { class: 'field' });
    const target = role === 'select' ? make('select')
      : role === 'slider' ? make('input', { type: 'range', min: 0, step: 1 }) : make('input', {
      type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
    const label = make('label');
    outer.append(label, target);
    return { outer, target, body: outer, label };
  }
  if (role === 'checkbox' || role === 'radio') {
    const outer = make('div', { class: 'choice' });
    const target = make('input', { type: role });
    const label = make('label');
    outer.append(target, label);
    return { outer, target, body: outer, label };
  }
  if (role === 'group') {
    const outer = make('fieldset');
    const label = make('legend');
    outer.append(label);
    return { outer, target: outer, body: outer, label };
  }
  if (role === 'table') {
    const outer = make('table', { role: 'table' });
    const label = make('caption');
    const body = make('tbody', { role: 'rowgroup' });
    outer.append(label, body);
    return { outer, target: outer, body, label };
  }
  if (role === 'column_header' || role === 'row_header') {
    const column = role === 'column_header';
    const outer = make('th', { scope: column ? 'col' : 'row',
      role: column ? 'columnheader' : 'rowheader' });
    return { outer, target: outer, body: outer, label: outer };
  }
  const attributes = role === 'image' ? { role: 'img' }
    : { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' };
  const outer = make('div', attributes);
  return { outer, target: outer, body: outer, label: null };
}

export function create(content) {
  const record = parts_of(content);
  record.number = content.number;
  record.role = content.role;
  record.id = content.id;
  record.notes = {};
  record.target.id = id_of(content.id);
  record.outer.node = record;
  if (record.label && record.label.tagName === 'LABEL') record.label.htmlFor = record.target.id;
  return record;
}

// Painted lines stay lines: each is unbreakable, and they part only where the painter broke. They
// remain one run of text, so that find-in-page meets words across a break.
function set_text(element, text, breaks) {
  element.fitted = '';
  element.classList.toggle('broken', breaks.length > 0);
  if (breaks.length === 0) {
    element.textContent = text;
    return;
  }
  const pieces = [];
  [...breaks, text.length].reduce((from, to) => {
    const line = make('span', { class: 'line' });
    line.textContent = text.slice(from, to);
    pieces.push(line);
    if (to < text.length) pieces.push(make('wbr'));
    return to;
  }, 0);
  element.replaceChildren(...pieces);
}

// What stays the same is not set again: browsers look for rules that it could change.
function toggle_attribute(element, name, value) {
  const wanted = value === true ? 'true' : value;
  if (wanted === null || wanted === false || wanted === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== wanted) element.setAttribute(name, wanted);
}

// The last element of a record that is not a child node's.
const last_of_own = ({ outer }) => [...outer.children].filter((child) => !child.node).at(-1);

// Unit, hint and error: elements of their own, tied to what they describe.
function note(record, kind, text, breaks = []) {
  let element = record.notes[kind];
  if (text === '') {
    if (element) element.remove();
    delete record.notes[kind];
    return;
  }
  if (!element) {
    element = make(kind === 'unit' ? 'span' : 'p', { class: kind });
    element.id = `${record.target.id}.${kind}`;
    // Unit and error follow the control; the hint stands where it is read, before a box.
    const after = kind === 'unit' ? record.target
      : kind === 'error' ? (record.notes.unit ?? last_of_own(record))
        : record.role === 'checkbox' || record.role === 'radio' ? last_of_own(record)
          : record.label;
    after.after(element);
    record.notes[kind] = element;
  }
  if (element.textContent !== text || element.breaks !== breaks.join()) set_text(element, text, breaks);
  element.breaks = breaks.join();
}

function describe(record, content) {
  if (['text_field', 'select', 'checkbox', 'radio', 'group'].includes(record.role)) {
    for (const kind of ['unit', 'hint', 'error']) {
      note(record, kind, content[kind], content[`${kind}_breaks`]);
    }
    toggle_attribute(record.target, 'aria-describedby',
      Object.values(record.notes).map((element) => element.id).join(' '));
  } else if (record.role === 'slider') {
    note(record, 'unit', content.unit);
  } else {
    toggle_attribute(record.target, 'aria-description', content.hint);
  }
}

// Words in the other language say so.
export function mark_language(record) {
  const mark = (element, text) => toggle_attribute(element, 'lang',
    document.documentElement.lang === 'ja' ? /^[A-Z][a-z]+$/.test(text) && 'en'
      : /[ぁ-んァ-ヶ一-龠]/.test(text) && 'ja');
  mark(record.own_text ?? record.label ?? record.target, record.content.name);
  for (const note of Object.values(record.notes)) mark(note, note.textContent);
  if (record.role === 'select') for (const option of record.target.options) mark(option, option.textContent);
}

// Words, states and properties. `value` of a text field is not touched here: see drafts.js.
export function fill(record, content) {
  const { role, target, label, outer } = record;
  const { flags, name } = content;
  const before = record.content;
  record.content = content;
  record.id = content.id;

  const words_changed = !before || before.name !== name ||
    before.breaks.join() !== content.breaks.join();
  if (words_changed && has_text(record, name)) set_text(text_element(record), name, content.breaks);
  if (role === 'image') target.setAttribute('aria-label', name);
  if (role === 'section' || role === 'navigation' || role === 'dialog' || role === 'list') {
    toggle_attribute(target, 'aria-labelledby',
      content.labelled_by && id_of(content.labelled_by));
    toggle_attribute(target, 'aria-label', content.labelled_by ? '' : name);
  }
  if (role === 'link') {
    const outside = content.target.startsWith('https://');
    target.href = outside ? content.target : `#${id_of(content.target)}`;
    toggle_attribute(target, 'rel', outside && 'noopener noreferrer');
    toggle_attribute(target, 'target', outside && '_blank');
  }
  if (role === 'disclosure') target.setAttribute('aria-expanded', String(flags.expanded));
  if (role === 'radio') target.name = record.group ?? '';
  if (role === 'select') fill_select(target, content);
  if (role === 'checkbox' || role === 'radio') target.checked = flags.checked;
  if (role === 'slider') {
    target.max = content.level;
    target.setAttribute('aria-valuetext', content.unit);
  }
  if (role === 'text_field') toggle_attribute(target, 'inputmode',
    content.input_mode !== 'text' && content.input_mode);

  describe(record, content);
  mark_language(record);
  if (before?.state === content.state) return;
  if (is_control(role)) {
    toggle_attribute(target, 'aria-invalid', flags.invalid);
    if (role !== 'link' && role !== 'disclosure' && role !== 'button' && role !== 'radio' && role !== 'slider') {
      toggle_attribute(target, 'aria-required', flags.required);
    }
    // A disabled element would drop the focus: it stays reachable and does nothing.
    toggle_attribute(target, 'aria-disabled', flags.disabled);
    if (role === 'text_field') target.readOnly = flags.disabled;
  }
  for (const flag of ['primary', 'danger', 'bold', 'align_right', 'visually_hidden',
    'screen_only', 'print_only', 'pinned']) {
    outer.classList.toggle(flag.replace('_', '-'), flags[flag]);
  }
}

// Roles whose name is not text of theirs, and roles that hold both text and children: these get
// a span for the text, so that the children survive and keep the document's coordinates.
const textless = ['main', 'navigation', 'section', 'list', 'row', 'image', 'dialog'];
export const mixed = ['list_item', 'cell', 'column_header', 'row_header'];

const has_text = ({ role, own_text }, name) =>
  (mixed.includes(role) ? name !== '' || own_text : !textless.includes(role));

// The element that holds nothing but the record's own words; null if there is none.
export const words_of = ({ role, own_text, label }) =>
  own_text ?? (textless.includes(role) || mixed.includes(role) ? null : label);

function text_element(record) {
  if (!mixed.includes(record.role)) return record.label;
  if (!record.own_text) {
    record.own_text = make('span', { class: 'own' });
    record.body.prepend(record.own_text);
  }
  return record.own_text;
}

function fill_select(select, content) {
  const same = select.options.length === content.options.length &&
    content.options.every((option, i) => select.options[i].value === option.value &&
      select.options[i].textContent === option.label);
  if (!same) {
    select.replaceChildren();
    let host = select, heading = '';
    for (const { value, label, group } of content.options) {
      if (group !== heading) {
        heading = group;
        host = group === '' ? select : make('optgroup', { label: group });
        if (host !== select) select.append(host);
      }
      const option = make('option');
      option.value = value;
      option.textContent = label;
      host.append(option);
    }
  }
  select.value = content.value;
}
