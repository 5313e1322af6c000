// Bytes as text in the page: seven bits a character, so that a module grows by a seventh only
// (base64: by a third). The characters that HTML would change or read as markup, NUL, carriage
// return and `<`, stand together with the seven bits after them as one letter from U+0100 on.
// web/pack.mjs writes this, web/boot.js reads it.

const forbidden = [0, 13, 60];
const first_pair = 0x100;

export function to_text(bytes) {
  const groups = [];
  let kept = 0, bits = 0;
  for (const byte of bytes) {
    kept = (kept << 8 | byte) & 0xffff;
    for (bits += 8; bits >= 7; bits -= 7) groups.push(kept >>> (bits - 7) & 127);
  }
  if (bits > 0) groups.push(kept << (7 - bits) & 127);
  const characters = [];
  for (let i = 0; i < groups.length; ++i) {
    const which = forbidden.indexOf(groups[i]);
    characters.push(which < 0 ? groups[i] : first_pair + which * 128 + (groups[++i] ?? 0));
  }
  return characters.map((code) => String.fromCharCode(code)).join('');
}

export function to_bytes(text, length) {
  const bytes = new Uint8Array(length);
  let at = 0, kept = 0, bits = 0;
  const take = (group) => {
    kept = (kept << 7 | group) & 0xffff;
    bits += 7;
    if (bits >= 8 && at < length) bytes[at++] = kept >>> (bits -= 8);
  };
  for (let i = 0; i < text.length; ++i) {
    const code = text.charCodeAt(i);
    if (code < first_pair) {
      take(code);
    } else {
      take(forbidden[code - first_pair >>> 7]);
      take(code & 127);
    }
  }
  return bytes;
}
