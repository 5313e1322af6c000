// Files in and out, only when the user asks. Nothing is sent anywhere.

const largest = 20e6;

// JSON goes on as bytes (its reader judges the encoding and names the place); anything else is
// text: a byte-order mark, strict UTF-8, or else Shift_JIS, as Japanese accounting software writes.
// What is neither goes on as it is, to be refused in words.
function decoded(name, bytes) {
  if (/\.json$/i.test(name)) return bytes;
  const wide = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[bytes.slice(0, 2)];
  for (const encoding of wide ? [wide] : ['utf-8', 'shift_jis']) {
    try {
      return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch { /* the next one */ }
  }
  return bytes;
}

export function create_files({ opened, refused }) {
  async function open(file) {
    if (!file) return;
    if (file.size > largest) {
      refused(file.name);
      return;
    }
    opened(file.name, decoded(file.name, new Uint8Array(await file.arrayBuffer())));
  }

  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    open(file);
  });
  // A case or cells pasted anywhere but into a field.
  addEventListener('paste', (event) => {
    if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.clipboardData?.files.length) open(event.clipboardData.files[0]);
    else if (/^\s*\{|\t/.test(text)) opened('', new TextEncoder().encode(text));
  });

  return {
    save(name, mime, bytes) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60e3);
    },
    pick(accept) {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = accept;
      input.addEventListener('change', () => open(input.files[0]));
      input.click();
    },
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const area = document.createElement('textarea');
        const back = document.activeElement;
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
        back?.focus({ preventScroll: true });
      }
    },
  };
}
