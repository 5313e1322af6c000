// Checks of a script, run where they stand. Failures stand above its last line, which counts them.

let passed = 0, failed = 0;

export function test(name, body) {
  try {
    body();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n  ${error.message}`);
  }
}

export function check(holds, message) {
  if (!holds) throw new Error(message);
}

const shown = (text) => (text?.length > 600 ? `${text.slice(0, 600)}…` : text);

export function equal(actual, expected, what) {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${what}: ${shown(a)}, expected ${shown(b)}`);
}

export function finish() {
  console.log(JSON.stringify({ passed, failed }));
  process.exit(failed === 0 ? 0 : 1);
}
