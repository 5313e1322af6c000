// Links that carry a case behind "#", deflated: as letters (base64url), or as two digits for each
// letter, which take less room in a QR code. Made only when asked for; a link that was opened leaves
// the address bar at once.

import { case_inside } from './copy.js';

const longest = 200e3;   // letters
const largest = 2e6;     // bytes, unpacked
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

async function through(transform, bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const pieces = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    size += value.length;
    if (size > largest) throw new RangeError('size');
    pieces.push(value);
  }
}

function to_letters(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const from_letters = (text) => Uint8Array.from(
  atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

const from_digits = (text) => text.replace(/../g, (pair) => letters[Number(pair)] ?? '!');

// Older browsers have neither, or not this format.
function can_pack() {
  try {
    return Boolean(new CompressionStream('deflate-raw') && new DecompressionStream('deflate-raw'));
  } catch {
    return false;
  }
}

// Where others reach this page: named when it was built, or where it was served from.
function address() {
  const named = document.querySelector('meta[name="uwanose-address"]')?.content;
  return named ?? (/^https?:$/.test(location.protocol) ? location.origin + location.pathname : '');
}

export function create_share(send) {
  let latest = 0;

  async function open_link() {
    const [, digits, packed] = /^#case(10)?=(.*)$/.exec(location.hash) ?? [];
    if (packed === undefined) return;
    history.replaceState(null, '', location.pathname + location.search);
    if (!can_pack()) return send('message', 'link.fault', 'browser');
    try {
      if (packed.length > longest) throw new RangeError('size');
      const bytes = from_letters(digits ? from_digits(packed) : packed);
      send('message', 'link', await through(new DecompressionStream('deflate-raw'), bytes));
    } catch (error) {
      send('message', 'link.fault', error instanceof RangeError ? 'size' : '');
    }
  }

  return {
    start() {
      send('message', 'address', address());
      if (!can_pack()) send('message', 'link.none', '');
      if (case_inside()) send('message', 'inside', case_inside());
      open_link();
      addEventListener('hashchange', open_link);
    },
    // Of several that were asked for in a row, the last.
    async make(bytes) {
      const mine = ++latest;
      const packed = await through(new CompressionStream('deflate-raw'), bytes).catch(() => null);
      if (mine !== latest) return;
      send('message', 'link.made', packed ? `${address()}#case=${to_letters(packed)}` : '');
    },
  };
}
