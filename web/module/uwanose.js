// Uwanose's engine: rules, amounts and reasons, without the page. Nothing is fetched, kept or sent.
// What the functions take and give: uwanose.d.ts.

import create_module from 'module-glue';
import packed from 'module-bytes';

async function start() {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const code = await new Response(stream).arrayBuffer();
  return new Promise((done, failed) => {
    create_module({
      instantiateWasm(imports, ready) {
        WebAssembly.instantiate(code, imports).then(({ instance }) => ready(instance), failed);
        return {};
      },
    }).then(done, failed);
  });
}

const engine = await start();
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class UwanoseError extends Error {
  constructor(faults) {
    super(faults.map(({ place, reason }) => (place ? `${place}: ${reason}` : reason)).join('\n'));
    this.name = 'UwanoseError';
    this.faults = faults;
  }
}

const as_text = (given) => (typeof given === 'string' || given instanceof Uint8Array
  ? given : JSON.stringify(given) ?? 'null');

// Lends texts to the engine for one call.
function call(name, texts, ...rest) {
  const lent = texts.map((text) => {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    const at = engine._malloc(bytes.length + 1);
    engine.HEAPU8.set(bytes, at);
    return [at, bytes.length];
  });
  try {
    return engine[`_${name}`](...lent.flat(), ...rest);
  } finally {
    for (const [at] of lent) engine._free(at);
  }
}

function answer(name, texts, ...rest) {
  const good = call(name, texts, ...rest) !== 0;
  const at = engine._uw_text();
  const text = decoder.decode(engine.HEAPU8.subarray(at, at + engine._uw_length()));
  if (!good) throw new UwanoseError(JSON.parse(text));
  return text;
}

function with_rules({ programmes: wanted = [], rules = [] }) {
  for (const id of wanted) call('uw_use_programme', [String(id)]);
  rules.forEach((pack, i) => call('uw_use_rules', [`rules[${i}]`, as_text(pack)]));
}

export function assess_text(input, options = {}) {
  with_rules(options);
  return answer('uw_assess', [as_text(input)], options.compact ? 1 : 0);
}

export const assess = (input, options = {}) =>
  JSON.parse(assess_text(input, { ...options, compact: true }));

export function explain(input, language = 'ja', options = {}) {
  with_rules(options);
  return answer('uw_explain', [as_text(input)], language === 'en' ? 1 : 0);
}

export function check(input, options = {}) {
  with_rules(options);
  return JSON.parse(answer('uw_check', [as_text(input)]));
}

export const programmes = () => JSON.parse(answer('uw_programmes', []));
