// Hand-off and tables of the command line: node tests/cli/handoff.mjs [build/uwanose]
// What stands in a hand-off is what the program prints by itself, to the byte.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { equal, finish, test } from '../lib/checks.mjs';
import { inside } from '../lib/handoff.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.argv[2] ?? join(root, 'build/uwanose'));
const folder = join(root, 'assets/samples');
const samples = readdirSync(folder).filter((name) => /^\d/.test(name));

function run(args, input = '') {
  const result = spawnSync(binary, args, { input, maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  return { status: result.status, out: result.stdout.toString(), err: result.stderr.toString() };
}
function printed(args, input) {
  const result = run(args, input);
  equal(result.status, 0, `${args.join(' ')}: ${result.err}`);
  return result.out;
}

for (const name of samples) {
  const bytes = readFileSync(join(folder, name), 'utf8');
  test(`${name}: case inside → assess → the assessment inside, to the byte`, () => {
    const handoff = printed(['handoff', '-'], bytes);
    const assessed = printed(['assess', '-'], inside(handoff, 'case'));
    equal(`${inside(handoff, 'assessment')}\n`, assessed, 'assessment inside');
    equal(assessed, printed(['assess', '-'], bytes), 'assessment of the case itself');
    equal(assessed, printed(['assess', '-'], handoff), 'assessment of the hand-off');
    equal(JSON.parse(handoff)['B票'].uwanose.assessment_sha256,
      createHash('sha256').update(assessed).digest('hex'), 'hash');
    equal(printed(['handoff', '-'], inside(handoff, 'case')), handoff, 'hand-off of the case inside');
  });
}

const first = readFileSync(join(folder, samples[0]), 'utf8');
test('the same case, frame and time give the same bytes; time and frame are the caller\'s', () => {
  const options = ['handoff', '-', '--time', '2026-11-20T10:00:00+09:00', '--frame', 'it.a'];
  const handoff = printed(options, first);
  equal(handoff, printed(options, first), 'again');
  const read = JSON.parse(handoff);
  equal(read.created, '2026-11-20T10:00:00+09:00', 'created');
  equal(read['B票'].uwanose.frame, 'it.a', 'frame');
  equal('created' in JSON.parse(printed(['handoff', '-'], first)), false, 'created without time');
});
for (const [name, args, reason] of [
  ['a frame that there is not', ['handoff', '-', '--frame', 'it.z'], 'there is no frame "it.z"'],
  ['a time without zone', ['handoff', '-', '--time', '2026-11-20T10:00:00'], '--time is like'],
  ['a day that is none', ['handoff', '-', '--time', '2026-02-30T10:00:00Z'], '--time is like'],
  ['a table that there is not', ['csv', '-', '--table', 'years'], '--table is months'],
]) {
  test(`${name} is refused`, () => {
    const result = run(args.map((word) => (word === '-' ? join(folder, samples[0]) : word)));
    equal(result.status, 2, 'status');
    equal(result.out, '', 'output');
    equal(result.err.includes(reason), true, `reason in ${result.err}`);
  });
}

test('csv: byte-order mark, CR LF, one line a month, in two languages', () => {
  const months = printed(['csv', '-'], first);
  equal(months.startsWith('\uFEFF試算,'), true, 'start');
  equal(months.includes('\r\n2021年4月,'), true, 'a month');
  equal(/[^\r]\n/.test(months), false, 'a bare line feed');
  equal(printed(['csv', '-', '--table', 'frames', '--lang', 'en'], first).split('\r\n').filter((line) => line).length,
    15 + 4, 'lines of frames');
  equal(printed(['csv', '-', '--table', 'expenses'], first).includes(',機械装置・システム構築費,'), true, 'category');
});

finish();
