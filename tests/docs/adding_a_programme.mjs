// Walks the road of docs/adding-a-programme.md with the page's own blocks and tables:
// node tests/docs/adding_a_programme.mjs [build/uwanose]
// Its last line is {"passed":N,"failed":M}; failures stand above it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import Ajv2020 from 'ajv/dist/2020.js';

import { equal, finish, test } from '../lib/checks.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.argv[2] ?? join(root, 'build/uwanose'));
const page = readFileSync(join(root, 'docs/adding-a-programme.md'), 'utf8');
const folder = temporary_folder();

// Every member of `expected`, wherever it stands.
function contains(actual, expected, what) {
  if (expected === null || typeof expected !== 'object') return equal(actual, expected, what);
  for (const [key, value] of Object.entries(expected)) contains(actual?.[key], value, `${what}.${key}`);
}

// ---- what the page says ------------------------------------------------------------------------

// The blocks of a file, one below the other as the reader pastes them.
const file_of = (name) => [...page.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)]
  .filter((block) => block[1] === name).map((block) => block[2]).join('');

// The rows of the table that begins with a column of this name.
function rows_of(first_column) {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${first_column} |`));
  const rows = [];
  for (let i = start + 2; start >= 0 && lines[i]?.startsWith('|'); ++i) {
    rows.push(lines[i].split('|').slice(1, -1).map((cell) => cell.trim().replace(/^`|`$/g, '')));
  }
  if (rows.length === 0) throw new Error(`no table “${first_column}”`);
  return rows;
}

// With the member at `place` (`expenses[0].amount_yen`) set, or taken out.
function changed(document, place, value) {
  const copy = structuredClone(document);
  const steps = place.match(/[^.[\]]+/g);
  const last = steps.pop();
  const parent = steps.reduce((inner, step) => inner[step], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

// "3300000", "0–660000", "900000–": a figure of the assessment and its range.
function figure(text) {
  if (!text.includes('–')) return [Number(text), undefined];
  const [least, most] = text.split('–');
  return [null, { min_yen: Number(least), max_yen: most === '' ? null : Number(most) }];
}

// ---- the road ----------------------------------------------------------------------------------

const pack_text = file_of('my_pack.json');
const pack = JSON.parse(pack_text);
const my_case = JSON.parse(file_of('my_case.json'));

function write(name, content) {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

const run = (args, input = '') =>
  spawnSync(binary, args, { cwd: folder, input, encoding: 'utf8' });

// The pack's own frame, the last.
function assessed(input, rules = pack_text) {
  write('my_pack.json', rules);
  const result = run(['assess', '-', '--rules', 'my_pack.json'], JSON.stringify(input));
  equal([result.status, result.stderr], [0, ''], 'status and standard error');
  const frames = JSON.parse(result.stdout).frames;
  equal(frames.length, 16, 'frames');
  return frames.at(-1);
}

test('programmes lists the pack', () => {
  write('my_pack.json', pack_text);
  const result = run(['programmes', 'my_pack.json']);
  equal([result.status, result.stderr], [0, ''], 'status and standard error');
  equal(result.stdout.includes(pack.frames[0].id), true, 'names the frame');
});

for (const [place, wrong, message] of rows_of('Place')) {
  test(`the message of ${place}: ${wrong}`, () => {
    write('my_pack.json', changed(pack, place, wrong));
    const result = run(['programmes', 'my_pack.json']);
    equal([result.status, result.stdout], [2, ''], 'status and standard output');
    equal(result.stderr.trimEnd(), message, 'standard error');
  });
}

test('explain names the frame and its amounts', () => {
  write('my_pack.json', pack_text);
  write('my_case.json', my_case);
  const result = run(['explain', 'my_case.json', '--rules', 'my_pack.json', '--lang', 'en']);
  equal([result.status, result.stderr], [0, ''], 'status and standard error');
  for (const words of [pack.frames[0].label.en, '¥3,300,000', '¥660,000', pack.left_out[0].en]) {
    equal(result.stdout.includes(words), true, words);
  }
});

for (const [place, to, national, prefectural, own] of rows_of('Change in `my_case.json`')) {
  test(`${place} ${to}: ${national}, ${prefectural}, ${own}`, () => {
    const input = place === 'nothing'
      ? my_case : changed(my_case, place, to === '—' ? undefined : JSON.parse(to));
    const frame = assessed(input);
    for (const [part, words] of [[frame.national, national], [frame.prefectural, prefectural]]) {
      const [verdict, yen] = words.split(' ');
      equal([part.verdict, part.yen, part.yen_range], [verdict, ...figure(yen)], words);
    }
    equal([frame.own_yen, frame.own_yen_range], figure(own), 'own share');
  });
}

for (const [form, amount, cap, yen] of rows_of('Form')) {
  test(`${form}: ${yen}`, () => {
    const variant = 'frames[0].prefectural.variants[0]';
    const rules = changed(changed(pack, `${variant}.amount`, amount), `${variant}.cap`, cap || undefined);
    equal(assessed(my_case, rules).prefectural.yen, Number(yen), amount);
  });
}

for (const { name, case: input, expected } of JSON.parse(file_of('my_cases.json'))) {
  test(`expected: ${name}`, () => {
    equal(expected.length, 1, 'frames');
    contains(assessed(input), expected[0], 'frame');
  });
}

for (const [name] of rows_of('`function`')) {
  test(`${name} is a check that exists`, () => {
    write('my_pack.json', changed(pack, 'checks[0].function', name));
    const faults = run(['programmes', 'my_pack.json']).stderr;
    equal(faults.includes('checks[0].function'), false, faults);
  });
}

test('the sheet holds to its schema', () => {
  const schema = JSON.parse(readFileSync(join(root, 'assets/schema/sheet.schema.json'), 'utf8'));
  const valid = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(schema);
  equal(valid(JSON.parse(file_of('7-hikari.json'))), true, JSON.stringify(valid.errors));
});

finish();
