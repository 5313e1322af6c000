// Reads the buffer that src/platform/node_wire.h describes. Strings are decoded here and nowhere
// else, and only those of nodes that changed.

const decoder = new TextDecoder();

export const roles = ['main', 'navigation', 'section', 'heading', 'text', 'list', 'list_item',
  'link', 'button', 'text_field', 'checkbox', 'group', 'radio', 'select', 'slider', 'table', 'row',
  'column_header', 'row_header', 'cell', 'image', 'disclosure', 'dialog', 'status', 'alert'];

const flag_names = ['required', 'disabled', 'checked', 'expanded', 'invalid', 'primary', 'danger',
  'bold', 'align_right', 'visually_hidden', 'paint_only', 'screen_only', 'print_only', 'pinned'];

const shapes = ['fill', 'line', 'dashes', 'disc', 'text', 'bold_text'];

const input_modes = ['text', 'decimal', 'numeric'];

function flags_of(bits) {
  const flags = {};
  flag_names.forEach((name, bit) => { flags[name] = (bits >>> bit & 1) === 1; });
  return flags;
}

// { height, gone: [number], families: [{ parent, children: [number] }], rectangles: [{ number, font, line, rects }],
//   contents: [{ number, role, …, options, breaks, hint_breaks, error_breaks,
//     drawing: [{ kind, colour, numbers, words }] }] }
export function read_wire(buffer, words_at, strings_at) {
  const words = new Uint32Array(buffer, words_at);
  const floats = new Float32Array(buffer, words_at);
  let at = 5;
  const text = () => {
    const from = strings_at + words[at], length = words[at + 1];
    at += 2;
    return length === 0 ? '' : decoder.decode(new Uint8Array(buffer, from, length));
  };

  const numbers = (count) => {
    at += count;
    return Array.from(words.subarray(at - count, at));
  };

  const gone = numbers(words[1]);
  const families = Array.from({ length: words[2] }, () => {
    const parent = words[at], count = words[at + 1];
    at += 2;
    return { parent, children: numbers(count) };
  });

  const rectangles = [];
  for (let i = 0; i < words[3]; ++i, at += 19) {
    const rects = [3, 7, 11, 15].map((k) => ({
      x: floats[at + k], y: floats[at + k + 1],
      width: floats[at + k + 2], height: floats[at + k + 3],
    }));
    rectangles.push({ number: words[at], font: floats[at + 1], line: floats[at + 2], rects });
  }

  const contents = [];
  for (let i = 0; i < words[4]; ++i) {
    const kind = words[at + 1];
    const content = {
      number: words[at], role: roles[kind & 255], level: kind >>> 8 & 255,
      input_mode: input_modes[kind >>> 16 & 255], flags: flags_of(words[at + 2]), state: words[at + 2],
      revision: words[at + 3],
    };
    at += 4;
    for (const field of ['id', 'name', 'value', 'unit', 'hint', 'error', 'labelled_by', 'target']) {
      content[field] = text();
    }
    content.options = Array.from({ length: words[at++] }, () => (
      { value: text(), label: text(), group: text() }));
    for (const breaks of ['breaks', 'hint_breaks', 'error_breaks']) {
      content[breaks] = numbers(words[at++]);
    }
    content.drawing = Array.from({ length: words[at++] }, () => {
      const shape = { kind: shapes[words[at]], colour: words[at + 1],
        numbers: [...floats.subarray(at + 2, at + 7)] };
      at += 7;
      if (shape.kind.endsWith('text')) shape.words = text();
      return shape;
    });
    contents.push(content);
  }
  return { height: floats[0], gone, families, rectangles, contents };
}
