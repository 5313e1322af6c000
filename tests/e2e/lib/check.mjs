// A test file is a list of named checks; its last line counts them.

const tests = [];

export const test = (name, body) => tests.push({ name, body });

export function equal(actual, expected, what = 'value') {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${what}: ${a}, expected ${b}`);
}

export function truthy(value, what) {
  if (!value) throw new Error(what);
}

// Runs every test, also after one has failed; `finish` closes what they share.
export async function run(finish = async () => {}) {
  let passed = 0, failed = 0;
  for (const { name, body } of tests) {
    try {
      await body();
      passed += 1;
      console.log(`ok    ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${name}\n      ${String(error.message ?? error).split('\n').join('\n      ')}`);
    }
  }
  await finish().catch(() => {});
  console.log(JSON.stringify({ passed, failed }));
  process.exit(failed === 0 ? 0 : 1);
}
