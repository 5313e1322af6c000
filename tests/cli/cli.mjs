// The command line against its contract: node tests/cli/cli.mjs [build/uwanose]
// Its last line is {"passed":N,"failed":M}; failures stand above it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { check, equal, finish, test } from '../lib/checks.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.argv[2] ?? join(root, 'build/uwanose'));
const folder = temporary_folder();

const frames = [
  'saikouchiku.normal', 'saikouchiku.graduation', 'saikouchiku.global_recovery',
  'saikouchiku.emergency', 'saikouchiku.minimum_wage', 'saikouchiku.large_wage_raise',
  'monozukuri.normal', 'monozukuri.low_infection', 'jizokuka.normal', 'jizokuka.low_infection',
  'it.a', 'it.b', 'it.c1', 'it.c2', 'it.d',
];

function run(args, input = '') {
  const result = spawnSync(binary, args, { input, maxBuffer: 1 << 28 });
  check(result.error === undefined, `does not start: ${result.error}`);
  check(result.signal === null, `killed by ${result.signal}`);
  return {
    status: result.status,
    out: result.stdout.toString(),
    bytes: result.stdout,
    err: result.stderr.toString(),
    faults: result.stderr.toString().split('\n').filter((line) => line !== ''),
  };
}

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const known = (name) => readFileSync(join(root, `tests/data/known/${name}.jsonl`), 'utf8')
  .trim().split('\n').map((line) => JSON.parse(line));
const good = known('eligibility')[0].case;
const good_text = JSON.stringify(good);
const good_path = file('good.json', good_text);

// The case with something done to it.
function changed(change) {
  const copy = structuredClone(good);
  change(copy);
  return JSON.stringify(copy);
}

// Refused: status 2, nothing on standard output, one line per fault, and one of them of this place.
function refused(text, place, reason = /./) {
  const result = run(['assess', '-'], text);
  equal(result.status, 2, 'status');
  equal(result.out, '', 'standard output');
  check(result.faults.length > 0, 'no fault on standard error');
  const found = result.faults.some((line) => {
    const at = line.search(place);
    return at >= 0 && reason.test(line.slice(at));
  });
  check(found, `no fault at ${place} with ${reason}: ${result.err.slice(0, 400)}`);
  return result;
}

// ---- what it offers ----------------------------------------------------------------------------

test('--help names the commands and leaves with 0', () => {
  const result = run(['--help']);
  equal(result.status, 0, 'status');
  equal(result.err, '', 'standard error');
  for (const word of ['assess', 'explain', 'batch', 'programmes', '--compact', '--rules',
    '--programme', '--lang']) {
    check(result.out.includes(word), `help lacks ${word}`);
  }
});

test('--version', () => {
  const result = run(['--version']);
  equal(result.status, 0, 'status');
  check(/^uwanose \d+\.\d+\.\d+\n$/.test(result.out), `version: ${result.out}`);
});

for (const [name, args] of [
  ['no command', []], ['an unknown command', ['asses', good_path]],
  ['an unknown option', ['assess', good_path, '--compcat']], ['assess without a file', ['assess']],
  ['an option without its value', ['assess', good_path, '--rules']],
  ['a language that it does not speak', ['explain', good_path, '--lang', 'fr']],
  ['a programme that is not shipped', ['assess', good_path, '--programme', 'no_such']],
  ['a file that is not there', ['assess', join(folder, 'absent.json')]],
  ['a folder in place of a file', ['assess', folder]],
  ['an absent file, batch', ['batch', join(folder, 'absent.jsonl')]],
  ['an absent pack', ['assess', good_path, '--rules', join(folder, 'absent.json')]],
]) {
  test(`status 2 and words on standard error: ${name}`, () => {
    const result = run(args);
    equal(result.status, 2, 'status');
    equal(result.out, '', 'standard output');
    check(result.err.trim() !== '', 'nothing on standard error');
  });
}

test('an absent file is named', () => {
  check(run(['assess', join(folder, 'absent.json')]).err.includes('absent.json'), 'not named');
});

// ---- assess ------------------------------------------------------------------------------------

test('assess: the fifteen frames in order, indented, status 0', () => {
  const result = run(['assess', good_path]);
  equal(result.status, 0, 'status');
  equal(result.err, '', 'standard error');
  const assessment = JSON.parse(result.out);
  equal(assessment.format, 'uwanose-assessment', 'format');
  equal(assessment.version, 1, 'version');
  equal(assessment.rules.map((rule) => rule.id), ['nagano_plus_1'], 'rules');
  check(/^[0-9a-f]{64}$/.test(assessment.rules[0].sha256), 'sha256');
  equal(assessment.frames.map((frame) => frame.id), frames, 'frames');
  equal(assessment.frames[0].verdict, 'met', 'verdict');
  equal(assessment.frames[0].total_yen, 9600000, 'total');
  check(result.out.split('\n').length > 50 && result.out.endsWith('}\n'), 'not indented');
});

test('assess --compact: the same on one line', () => {
  const compact = run(['assess', good_path, '--compact']);
  equal(compact.status, 0, 'status');
  check(compact.out.indexOf('\n') === compact.out.length - 1, 'more than one line');
  equal(JSON.parse(compact.out), JSON.parse(run(['assess', good_path]).out), 'assessment');
  equal(run(['assess', '--compact', good_path]).out, compact.out, 'option before the file');
});

test('assess: the sha256 is that of the pack as shipped', () => {
  const pack = readFileSync(join(root, 'assets/rules/nagano_plus_1.json'));
  equal(JSON.parse(run(['assess', good_path]).out).rules[0].sha256,
    createHash('sha256').update(pack).digest('hex'), 'sha256');
});

test('assess -: standard input gives the same bytes', () => {
  equal(run(['assess', '-'], good_text).out, run(['assess', good_path]).out, 'bytes');
});

test('assess, explain, batch: the same bytes twice', () => {
  const lines = `${good_text}\n${good_text}\n`;
  for (const [args, input] of [[['assess', '-'], good_text], [['explain', '-'], good_text],
    [['batch', '-'], lines], [['programmes'], '']]) {
    check(run(args, input).bytes.equals(run(args, input).bytes), `${args[0]} differs`);
  }
});

test('a case of which nothing is known is assessed, and nothing is taken as zero', () => {
  const result = run(['assess', '-'], '{"format":"uwanose-case","version":1}');
  equal(result.status, 0, 'status');
  for (const frame of JSON.parse(result.out).frames) {
    equal(frame.verdict, 'undetermined', frame.id);
    equal(frame.own_yen, null, `${frame.id} own`);
    equal(frame.national.yen, null, `${frame.id} yen`);
  }
});

test('known cases come out of the command line as known', () => {
  for (const { name, frame, case: input, total_yen } of known('amounts').slice(0, 8)) {
    const assessment = JSON.parse(run(['assess', '-'], JSON.stringify(input)).out);
    equal(assessment.frames.find(({ id }) => id === frame).total_yen, total_yen, name);
  }
});

// ---- bytes -------------------------------------------------------------------------------------

test('a byte-order mark is accepted', () => {
  const result = run(['assess', '-'], `\ufeff${good_text}`);
  equal(result.status, 0, 'status');
  equal(result.out, run(['assess', good_path]).out, 'bytes');
});

test('bytes that are not UTF-8 are a fault with their offset', () => {
  const head = Buffer.from('{"format":"uwanose-case","version":1,"applicant":{"name":"');
  const bytes = Buffer.concat([head, Buffer.from([0x90, 0x4d]), Buffer.from('"}}')]);
  refused(bytes, new RegExp(String(head.length)));
});

test('a surrogate in UTF-8 and an overlong form are not UTF-8', () => {
  for (const bad of [[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80], [0xe3, 0x81]]) {
    refused(Buffer.concat([Buffer.from('{"name":"'), Buffer.from(bad), Buffer.from('"}')]), /9/);
  }
});

for (const [name, text] of [
  ['empty', ''], ['blank', ' \n'], ['not JSON', 'case'], ['cut short', good_text.slice(0, -2)],
  ['followed by more', `${good_text} x`], ['a list', '[]'], ['a number', '5'], ['null', 'null'],
  ['a comment', `/* */${good_text}`], ['NaN', '{"version":NaN}'],
]) {
  test(`what is no case is refused: ${name}`, () => {
    refused(text, /./);
  });
}

for (const opening of ['[', '{"a":']) {
  test(`100,000 times ${opening} is refused, no crash`, () => {
    refused(opening.repeat(100000), /./);
    refused(`{"format":"uwanose-case","version":1,"x":${opening.repeat(100000)}`, /./);
    equal(run(['batch', '-'], `${opening.repeat(100000)}\n`).status, 2, 'status of batch');
    equal(run(['explain', '-'], opening.repeat(100000)).status, 2, 'status of explain');
    const pack = file('deep.json', opening.repeat(100000));
    equal(run(['programmes', pack]).status, 2, 'status of programmes');
  });
}

// ---- faults ------------------------------------------------------------------------------------

const month = (key) => new RegExp(`monthly\\[(0|2018-04)\\]\\.${key}`);
const faults = [
  ['below zero', (c) => { c.expenses[0].amount_yen = -1; },
    /expenses\[0\]\.amount_yen: must be 0 or more/],
  ['sales below zero', (c) => { c.monthly[0].sales_yen = -1; }, month('sales_yen')],
  ['above 10^13', (c) => { c.expenses[0].amount_yen = 10000000000001; }, /expenses\[0\]\.amount_yen/],
  ['heads below zero', (c) => { c.applicant.employees = -1; }, /applicant\.employees/],
  ['text for a number', (c) => { c.applicant.employees = '18'; }, /applicant\.employees/],
  ['a number for text', (c) => { c.applicant.kind = 1; }, /applicant\.kind/],
  ['a number for yes or no', (c) => { c.answers.wage_plan = 1; }, /answers\.wage_plan/],
  ['yes or no for a number', (c) => { c.applicant.capital_yen = true; }, /applicant\.capital_yen/],
  ['an object for a list', (c) => { c.expenses = {}; }, /expenses/],
  ['a list for an object', (c) => { c.applicant = []; }, /applicant/],
  ['an unknown kind', (c) => { c.applicant.kind = 'company'; }, /applicant\.kind/],
  ['an unknown industry', (c) => { c.applicant.industry = 'mining'; }, /applicant\.industry/],
  ['an unknown category', (c) => { c.expenses[0].category = 'yacht'; }, /expenses\[0\]\.category/],
  ['an unknown route', (c) => { c.answers.graduation_route = 'x'; }, /answers\.graduation_route/],
  ['month 13', (c) => { c.application.month = '2022-13'; }, /application\.month/],
  ['month 00', (c) => { c.application.month = '2022-00'; }, /application\.month/],
  ['a month without its zero', (c) => { c.application.month = '2022-3'; }, /application\.month/],
  ['a day for a month', (c) => { c.application.month = '2022-03-01'; }, /application\.month/],
  ['a month twice', (c) => { c.monthly.push({ ...c.monthly[0] }); }, /monthly\[/],
  ['a month of wages twice', (c) => { c.wages.push({ ...c.wages[0] }); }, /wages\[/],
  ['more years than planned', (c) => { c.plan.yearly.push({ ...c.plan.yearly[0] }); }, /plan\.yearly/],
  ['six years', (c) => { c.plan.years = 6; }, /plan\.years/],
  ['two years', (c) => { c.plan.years = 2; }, /plan\.years/],
  ['more at the minimum than there are', (c) => { c.wages[0].near_minimum = 11; },
    /wages\[(0|2020-10)\]/],
  ['an office code of four digits', (c) => { c.applicant.head_office = '2020'; },
    /applicant\.head_office/],
  ['an unknown format', (c) => { c.format = 'uwanose-assessment'; }, /format/],
  ['a newer version', (c) => { c.version = 2; }, /version/],
];
for (const [name, change, place] of faults) {
  test(`fault with its place: ${name}`, () => {
    refused(changed(change), new RegExp(`(^|[ :])${place.source}`));
  });
}

test('value added may be below zero', () => {
  const text = changed((c) => {
    c.monthly[0].value_added_yen = -1;
    c.plan.base.value_added_yen = -5;
  });
  equal(run(['assess', '-'], text).status, 0, 'status');
});

for (const number of ['5200000.0', '5.2e6', '52E5', '1e400', '99999999999999999999', '-0.0', '1.5']) {
  test(`${number} is not a whole number of yen`, () => {
    refused(good_text.replace('"amount_yen":12000000', `"amount_yen":${number}`),
      /expenses\[0\]\.amount_yen/);
  });
}

test('a key twice is a fault, wherever it stands', () => {
  refused(good_text.replace('"employees":10,', '"employees":10,"employees":10,'), /employees/);
  refused(good_text.replace('{', '{"version":1,'), /version/);
  refused(good_text.replace('"wage_plan":true', '"wage_plan":true,"wage_\\u0070lan":true'),
    /wage_plan/);
});

test('every fault is reported, each on its line', () => {
  const result = refused(changed((c) => {
    c.applicant.kind = 'company';
    c.application.month = '2022-13';
    c.expenses[0].amount_yen = -1;
    c.plan.years = 6;
  }), /./);
  for (const place of ['applicant.kind', 'application.month', 'expenses[0].amount_yen', 'plan.years']) {
    equal(result.faults.filter((line) => line.includes(`${place}: `)).length, 1, place);
  }
});

test('an unknown field is no fault: warned about with the nearest known name', () => {
  const result = run(['assess', '-'], changed((c) => { c.applicant.employes = 1; }));
  equal(result.status, 0, 'status');
  equal(JSON.parse(result.out).frames.length, 15, 'frames');
  check(/applicant\.employes\b.*\bemployees\b/.test(result.err), `warning: ${result.err}`);
});

// ---- batch -------------------------------------------------------------------------------------

test('batch: one compact assessment a line, in order, blank lines skipped', () => {
  const sums = [1500000, 3000000, 4500000];
  const lines = sums.map((yen) => changed((c) => { c.expenses[0].amount_yen = yen; }));
  const result = run(['batch', '-'], `\n${lines[0]}\n\n  \n${lines[1]}\r\n${lines[2]}`);
  equal(result.status, 0, 'status');
  equal(result.err, '', 'standard error');
  const out = result.out.split('\n');
  equal(out.length, 4, 'lines');
  equal(out.slice(0, 3).map((line) => JSON.parse(line).frames[0].eligible_expense_yen), sums,
    'order');
  equal(`${out[0]}\n`, run(['assess', '-', '--compact'], lines[0]).out, 'as assess says it');
});

test('batch: a bad line is named and skipped, and the status is 2', () => {
  const bad = changed((c) => { c.expenses[0].amount_yen = -1; });
  const path = file('some.jsonl', `${good_text}\n\n${bad}\n{\n${good_text}\n`);
  const result = run(['batch', path]);
  equal(result.status, 2, 'status');
  equal(result.out.trim().split('\n').length, 2, 'lines');
  check(result.faults.some((line) => /line 3: .*expenses\[0\]\.amount_yen/.test(line)), result.err);
  check(result.faults.some((line) => /line 4: /.test(line)), result.err);
  equal(result.faults.length, 2, 'faults');
});

test('batch: a bad first or last line, and bytes that are not UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from(`"}\n`),
    Buffer.from(`${good_text}\nx`)]);
  const result = run(['batch', '-'], bytes);
  equal(result.status, 2, 'status');
  equal(result.out.trim().split('\n').length, 1, 'lines');
  check(/line 1: /.test(result.err) && /line 3: /.test(result.err), result.err);
});

test('batch: a byte-order mark, and nothing at all', () => {
  equal(run(['batch', '-'], `\ufeff${good_text}\n`).out,
    run(['assess', '-', '--compact'], good_text).out, 'with a mark');
  const result = run(['batch', '-'], '');
  equal([result.status, result.out, result.err], [0, '', ''], 'nothing');
});

test('a closed pipe ends it quietly', () => {
  const path = file('many.jsonl', `${good_text}\n`.repeat(400));
  for (const command of [`batch ${path}`, `assess ${good_path}`]) {
    const result = spawnSync('bash',
      ['-c', `'${binary}' ${command} | head -c 100 >/dev/null; echo "\${PIPESTATUS[0]}"`]);
    equal(result.stderr.toString(), '', `standard error of ${command}`);
    check(/^(0|141)\n$/.test(result.stdout.toString()), `status ${result.stdout}`);
  }
});

// ---- explain -----------------------------------------------------------------------------------

test('explain: Japanese, with the figures; --lang en: English', () => {
  const japanese = run(['explain', good_path]);
  equal(japanese.status, 0, 'status');
  equal(japanese.err, '', 'standard error');
  for (const words of ['通常枠', '8,000,000', '9,600,000']) {
    check(japanese.out.includes(words), `lacks ${words}`);
  }
  const english = run(['explain', good_path, '--lang', 'en']);
  equal(english.status, 0, 'status');
  check(english.out.includes('9,600,000'), 'lacks the total');
  // Offices keep their names and addresses.
  const [told, where] = english.out.split('== Where to ask');
  check(!/[\u3041-\u3096]/.test(told), 'Japanese in the English text');
  check(/ask the \w+ regional bureau \(.* 商工観光課\)\./.test(where), 'lacks the bureau');
});

test('explain: faults as in assess', () => {
  const result = run(['explain', '-'], changed((c) => { c.plan.years = 6; }));
  equal([result.status, result.out], [2, ''], 'status, output');
  check(/plan\.years: /.test(result.err), result.err);
});

// ---- programmes --------------------------------------------------------------------------------

test('programmes: the shipped packs and their frames', () => {
  const result = run(['programmes']);
  equal(result.status, 0, 'status');
  equal(result.err, '', 'standard error');
  for (const id of ['nagano_plus_1', ...frames]) check(result.out.includes(id), `lacks ${id}`);
});

const pack_path = join(root, 'assets/rules/nagano_plus_1.json');
const pack_text = readFileSync(pack_path, 'utf8');

test('programmes PACK.json: a good one passes', () => {
  equal(run(['programmes', pack_path]).status, 0, 'status');
});

test('programmes PACK.json: a wrong one is refused with file, place and reason', () => {
  const bad = pack_text.replace('"id": "saikouchiku.normal"', '"id": 7');
  check(bad !== pack_text, 'the pack has changed its shape');
  const result = run(['programmes', file('bad.json', bad)]);
  equal(result.status, 2, 'status');
  check(/bad\.json: frames\[\d+\]\.id: \S/.test(result.err), result.err);
});

test('--rules: a wrong pack is refused whole', () => {
  const result = run(['assess', good_path, '--rules', file('none.json', '{}')]);
  equal([result.status, result.out], [2, ''], 'status, output');
  check(result.err.includes('none.json'), result.err);
});

test('--programme: frames of a shipped programme follow the fifteen', () => {
  const ids = run(['programmes']).out.split('\n').filter((line) => /^[a-z]\w*(\s|$)/.test(line))
    .map((line) => line.split(/\s/)[0]).filter((id) => id !== 'nagano_plus_1');
  check(ids.length > 0, 'no other programme is shipped');
  for (const id of ids) {
    const result = run(['assess', good_path, '--programme', id]);
    equal(result.status, 0, `status with ${id}`);
    const assessment = JSON.parse(result.out);
    equal(assessment.frames.slice(0, 15).map((frame) => frame.id), frames, 'the fifteen');
    check(assessment.frames.length > 15, `no frame of ${id}`);
    equal(assessment.rules.map((rule) => rule.id), ['nagano_plus_1', id], 'rules');
    const name = readdirSync(join(root, 'assets/rules')).find((entry) =>
      JSON.parse(readFileSync(join(root, 'assets/rules', entry), 'utf8')).id === id);
    equal(run(['assess', good_path, '--rules', join(root, 'assets/rules', name)]).out, result.out,
      'the same pack by --rules');
  }
});

finish();
