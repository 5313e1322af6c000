// The page within another site's: `?embed=1&origin=https://example.org`. Without both, or outside a
// frame, nothing is posted and nothing is listened to. What is posted goes to that origin only, so
// another site that names it gets nothing; what comes from another origin is not read.

const format = 'uwanose-embed', version = 1;

// An origin as browsers write it, or "".
function exact(text) {
  try {
    const { origin, protocol } = new URL(text);
    return /^https?:$/.test(protocol) && origin === text ? origin : '';
  } catch {
    return '';
  }
}

export function create_embed(send) {
  const asked = new URLSearchParams(location.search);
  const origin = parent !== window && asked.get('embed') === '1' ? exact(asked.get('origin')) : '';

  function tell(type, json) {
    if (origin) parent.postMessage({ format, version, type, ...JSON.parse(json) }, origin);
  }

  function heard({ origin: from, source, data }) {
    if (from !== origin || source !== parent || data?.format !== format) return;
    if (data.version !== version || data.type !== 'case') {
      tell('fault', '{"faults":[{"place":"type","reason":"is no message of version 1"}]}');
      return;
    }
    send('message', 'embed.case',
      typeof data.case === 'string' ? data.case : JSON.stringify(data.case ?? null));
  }

  return {
    tell,
    start() {
      if (!origin) return;
      send('message', 'embed', origin);
      addEventListener('message', heard);
      tell('ready', '{}');
    },
  };
}
