// dist/uwanose.mjs in node against the command line: node tests/cli/module.mjs
// The same bytes for every sample; faults are thrown with their place.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { equal, finish, test } from '../lib/checks.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.env.UWANOSE_BINARY ?? join(root, 'build/uwanose'));
const module_path = resolve(process.env.UWANOSE_MODULE ?? join(root, 'dist/uwanose.mjs'));
const folder = temporary_folder();

function thrown(body) {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

if (!existsSync(module_path) || !existsSync(binary)) {
  console.error(`${module_path} or ${binary} is missing: run ./dev build first`);
  console.log('{"passed":0,"failed":1}');
  process.exit(1);
}

// No network: whoever tried it would be seen.
const tried = [];
globalThis.fetch = (address) => { tried.push(String(address)); throw new Error('fetch'); };
const uwanose = await import(pathToFileURL(module_path).href);
const { assess, assess_text, check, explain, programmes, UwanoseError } = uwanose;

const run = (...args) => spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const samples = readdirSync(join(root, 'assets/samples')).filter((name) => /^\d/.test(name))
  .map((name) => join(root, 'assets/samples', name));
const case_with = (members) => ({ format: 'uwanose-case', version: 1, ...members });

test('there are samples', () => equal(samples.length > 9, true, 'more than nine'));

for (const path of samples) {
  const text = readFileSync(path, 'utf8');
  const name = path.split('/').at(-1);
  test(`${name}: assess`, () => {
    equal(assess_text(text), run('assess', path).stdout, 'indented');
    equal(assess_text(readFileSync(path), { compact: true }), run('assess', path, '--compact').stdout, 'compact');
    equal(assess(JSON.parse(text)), JSON.parse(run('assess', path).stdout), 'as an object');
  });
  test(`${name}: explain`, () => {
    equal(explain(text), run('explain', path).stdout, 'Japanese');
    equal(explain(text, 'en'), run('explain', path, '--lang', 'en').stdout, 'English');
  });
}

test('further programmes, for one call each', () => {
  const path = samples[0];
  const text = readFileSync(path, 'utf8');
  const wanted = 'nagano_energy.cost';
  equal(assess_text(text, { programmes: [wanted] }), run('assess', path, '--programme', wanted).stdout, 'with');
  equal(assess_text(text), run('assess', path).stdout, 'without');
});

test('a rule pack of one\'s own, as text and as an object', () => {
  const text = readFileSync(join(root, 'assets/rules/gyomukaizen_r8.json'), 'utf8')
    .replaceAll('gyomukaizen', 'trial');
  const pack = join(folder, 'trial.json');
  writeFileSync(pack, text);
  const expected = run('assess', samples[0], '--rules', pack).stdout;
  equal(expected.includes('trial'), true, 'the pack is used');
  equal(assess_text(readFileSync(samples[0]), { rules: [text] }), expected, 'text');
  equal(assess(readFileSync(samples[0]), { rules: [JSON.parse(text)] }).frames.at(-1).id,
    JSON.parse(expected).frames.at(-1).id, 'object');
});

test('programmes lists every pack and frame', () => {
  const packs = programmes();
  equal(packs.map(({ id }) => id), ['nagano_plus_1', 'gyomukaizen', 'nagano_energy'], 'packs');
  equal(packs[0].frames.length, 15, 'frames');
  equal(packs[0].last_day, '2026-02-13', 'last day');
  const printed = run('programmes').stdout;
  for (const { id, version, sha256, title } of packs) {
    equal([id, version, sha256, title.ja].every((word) => printed.includes(word)), true, id);
  }
});

test('faults are thrown with their places', () => {
  const error = thrown(() => assess(case_with({ expenses: [{ category: 'machinery', amount_yen: -5 }] })));
  equal(error instanceof UwanoseError && error instanceof Error, true, 'its class');
  equal(error.faults.map(({ place }) => place), ['expenses[0].amount_yen'], 'places');
  equal(error.message, 'expenses[0].amount_yen: must be 0 or more', 'message');
  for (const wrong of ['', '{', 'null', '[]', undefined, 5, new Uint8Array([0xff])]) {
    equal(thrown(() => assess(wrong)).faults.length > 0, true, String(wrong));
    equal(thrown(() => explain(wrong)).faults.length > 0, true, String(wrong));
    equal(thrown(() => check(wrong)).faults.length > 0, true, String(wrong));
  }
});

test('a programme that is not there, and a pack that is none', () => {
  equal(thrown(() => assess(case_with({}), { programmes: ['nagano_energie'] })).message.includes('nagano_energy'), true, 'near');
  equal(thrown(() => assess(case_with({}), { rules: ['{}'] })).faults.length > 0, true, 'faults');
  equal(assess(case_with({})).format, 'uwanose-assessment', 'and it goes on');
});

test('check tells what the command line warns about', () => {
  equal(check(case_with({})), [], 'nothing');
  const [warning] = check(case_with({ applicant: { employes: 3 } }));
  equal(warning.place, 'applicant.employes', 'place');
});

test('many calls leave no memory behind that grows', () => {
  const text = readFileSync(samples[0], 'utf8');
  const first = assess_text(text);
  for (let i = 0; i < 200; ++i) assess_text(text);
  equal(assess_text(text), first, 'the same again');
});

test('types name what is exported', () => {
  const types = readFileSync(join(dirname(module_path), 'uwanose.d.ts'), 'utf8');
  const declared = [...types.matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);
  equal(declared.sort(), Object.keys(uwanose).sort(), 'names');
});

test('types name the members of an assessment', () => {
  const types = readFileSync(join(dirname(module_path), 'uwanose.d.ts'), 'utf8');
  const schema = JSON.parse(readFileSync(join(root, 'assets/schema/assessment.schema.json'), 'utf8'));
  const { frame, part, requirement, source, range } = schema.$defs;
  for (const [name, { properties, required }] of Object.entries(
    { Assessment: schema, Frame: frame, Part: part, Requirement: requirement, Source: source, Range: range })) {
    const [, body] = new RegExp(`^export interface ${name} \\{\\n([^]*?)^\\}`, 'm').exec(types);
    const members = [...body.matchAll(/^ {2}(\w+)(\??):/gm)];
    equal(members.map(([, member]) => member).sort(), Object.keys(properties).sort(), name);
    equal(members.filter(([, , open]) => open === '').map(([, member]) => member).sort(),
      [...required].sort(), `${name}, always there`);
  }
});

test('nothing was fetched', () => equal(tried, [], 'addresses'));

finish();
