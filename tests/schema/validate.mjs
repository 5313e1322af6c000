// The published schemas against everything that is shipped or produced, by an independent
// validator: node tests/schema/validate.mjs [build/uwanose]
// Documents that are wrong on purpose must be rejected, by the schemas and by the program alike.
// Its last line is {"passed":N,"failed":M}; failures stand above it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import Ajv2020 from 'ajv/dist/2020.js';

import { check, finish, test } from '../lib/checks.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.argv[2] ?? join(root, 'build/uwanose'));

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const files = (folder, ending) => readdirSync(join(root, folder))
  .filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);

function run(args, input) {
  const result = spawnSync(binary, args, { input, maxBuffer: 1 << 29 });
  check(result.error === undefined, `${binary} does not start: ${result.error}`);
  return { status: result.status, out: result.stdout.toString(), err: result.stderr.toString() };
}

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
const schemas = Object.fromEntries(files('assets/schema', '.schema.json').map((path) => [
  basename(path, '.schema.json'), ajv.compile(read(path)),
]));

function valid(kind, document) {
  check(schemas[kind](document), JSON.stringify(schemas[kind].errors?.slice(0, 3)));
}
function invalid(kind, document) {
  check(!schemas[kind](document), 'accepted');
}

// ---- the schemas themselves --------------------------------------------------------------------

test('seven schemas of 2020-12, each with title and description', () => {
  check(Object.keys(schemas).sort().join() === 'assessment,case,contacts,facts,handoff,rules,sheet', 'another set');
  for (const path of files('assets/schema', '.schema.json')) {
    const schema = read(path);
    check(schema.$schema === 'https://json-schema.org/draft/2020-12/schema', path);
    check(schema.title && schema.description, `${path}: no title or description`);
  }
});

// ---- what is shipped ---------------------------------------------------------------------------

const facts = read('assets/rules/facts.json');
const packs = files('assets/rules', '.json').filter((path) => !path.endsWith('/facts.json'));
test('facts.json', () => valid('facts', facts));
test('contacts.json', () => valid('contacts', read('assets/data/contacts.json')));
for (const path of packs) test(path, () => valid('rules', read(path)));
for (const path of files('assets/sheets', '.json')) test(path, () => valid('sheet', read(path)));

const samples = files('assets/samples', '.json').filter((path) => !path.endsWith('/index.json'));
for (const path of samples) test(path, () => valid('case', read(path)));

const known = files('tests/data/known', '.jsonl').flatMap((path) =>
  readFileSync(join(root, path), 'utf8').trim().split('\n')
    .map((line, index) => [`${path}:${index + 1}`, JSON.parse(line).case]));
const of_packs = files('tests/data/packs', '.json').flatMap((path) =>
  read(path).map(({ name, case: input }) => [`${path}: ${name}`, input]));
const cases = [...samples.map((path) => [path, read(path)]), ...known, ...of_packs];
test('the known cases', () => {
  check(known.length > 100, `only ${known.length} cases`);
  for (const [name, input] of [...known, ...of_packs]) {
    check(schemas.case(input), `${name}: ${JSON.stringify(schemas.case.errors)}`);
  }
});

// ---- what is produced --------------------------------------------------------------------------

const blank = { format: 'uwanose-case', version: 1 };
const programmes = packs.flatMap((path) => ['--programme', read(path).id]);
const produced = run(['batch', '-', ...programmes],
  [...cases.map(([, input]) => input), blank].map((input) => JSON.stringify(input)).join('\n'));

test('every case has its assessment', () => {
  check(produced.status === 0, `status ${produced.status}: ${produced.err.slice(0, 400)}`);
  check(produced.out.trim().split('\n').length === cases.length + 1, 'another number of lines');
});
for (const [index, line] of produced.out.trim().split('\n').entries()) {
  const name = cases[index]?.[0] ?? 'a case of which nothing is known';
  test(`the assessment of ${name}`, () => valid('assessment', JSON.parse(line)));
}

// Of each sample, for the frame that is best, and for one without top-up.
const moment = '2026-11-20T10:00:00+09:00';
const handed_off = (document, ...options) => {
  const result = run(['handoff', '-', '--time', moment, ...options], JSON.stringify(document));
  check(result.status === 0, result.err);
  return JSON.parse(result.out);
};
function valid_handoff(document) {
  valid('handoff', document);
  const { case: inside, assessment } = document['B票'].uwanose;
  valid('case', inside);
  valid('assessment', assessment);
}
for (const path of samples) {
  test(`the hand-off of ${path}`, () => {
    valid_handoff(handed_off(read(path)));
    valid_handoff(handed_off(read(path), '--frame', 'monozukuri.normal'));
  });
}
test('the hand-off of a case of which nothing is known', () => valid_handoff(handed_off(blank)));
test('the hand-off of what is written into forms', () => valid_handoff(handed_off({ ...blank, forms: {
  trade_name_kana: 'カクウ', representative: '髙﨑', established: '2001-04-01', postal_code: '380-0000',
  address: '長野市', contact_name: '山田', contact_email: 'a@example.jp', delegate_name: '支援',
  delegate_phone: '026', delegate_role: '認定支援機関', delegate_scope: '申請', industry_code: '58',
  plan_name: '計画', plan_outline: '概要', fiscal_year_end: '2021-03-31', fiscal_sales_yen: '5',
  fiscal_personnel_yen: '6', fiscal_operating_profit_yen: '-7',
} })));

// ---- what is wrong on purpose ------------------------------------------------------------------

// Each change makes a good document wrong; where `refused` is given, the program refuses it as well.
function wrong(kind, good, changes, refused) {
  for (const [name, change] of changes) {
    const bad = structuredClone(good);
    change(bad);
    test(`${kind} that is wrong: ${name}`, () => {
      valid(kind, good);
      invalid(kind, bad);
      if (refused) check(refused(bad), 'the program accepts it');
    });
  }
}

const full = read('assets/samples/01-factory-met.json');
const status = (args, document) => run(args, JSON.stringify(document)).status;
const first = (list, change) => (document) => { change(document[list][0], document); };

wrong('case', full, [
  ['no format', (c) => { delete c.format; }],
  ['another format', (c) => { c.format = 'uwanose-rules'; }],
  ['a newer version', (c) => { c.version = 2; }],
  ['a version as text', (c) => { c.version = '1'; }],
  ['an applicant in a list', (c) => { c.applicant = [c.applicant]; }],
  ['a name that is a number', (c) => { c.applicant.name = 1; }],
  ['an unknown kind', (c) => { c.applicant.kind = 'company'; }],
  ['an unknown industry', (c) => { c.applicant.industry = 'mining'; }],
  ['a code of four digits', (c) => { c.applicant.head_office = '2020'; }],
  ['a code as a number', (c) => { c.applicant.head_office = 20201; }],
  ['capital below zero', (c) => { c.applicant.capital_yen = -1; }],
  ['capital above 10^13', (c) => { c.applicant.capital_yen = 10000000000001; }],
  ['half a person', (c) => { c.applicant.employees = 18.5; }],
  ['yes as a word', (c) => { c.applicant.deemed_large = 'yes'; }],
  ['month 13', (c) => { c.application.month = '2022-13'; }],
  ['a day', (c) => { c.application.month = '2022-03-01'; }],
  ['round 0', (c) => { c.application.rounds.saikouchiku = 0; }],
  ['a month without its zero', first('monthly', (row) => { row.month = '2019-4'; })],
  ['a row without month', first('monthly', (row) => { delete row.month; })],
  ['sales below zero', first('monthly', (row) => { row.sales_yen = -1; })],
  ['value added below −10^13', first('monthly', (row) => { row.value_added_yen = -10000000000001; })],
  ['two years', (c) => { c.plan.years = 2; }],
  ['six rows of years', (c) => { c.plan.yearly = Array(6).fill({}); }],
  ['a wage as text', (c) => { c.plan.base.minimum_hourly_wage_yen = '900'; }],
  ['staff below zero', (c) => { c.wages = [{ month: '2020-10', employees: -1 }]; }],
  ['expenses in an object', (c) => { c.expenses = {}; }],
  ['an unknown category', first('expenses', (row) => { row.category = 'yacht'; })],
  ['an amount below zero', first('expenses', (row) => { row.amount_yen = -1; })],
  ['an item that is a number', first('expenses', (row) => { row.item = 5; })],
  ['yes as a number', (c) => { c.answers.wage_plan = 1; }],
  ['an unknown route', (c) => { c.answers.graduation_route = 'x'; }],
  ['facts of a pack in a list', (c) => { c.programmes = { nagano_energy: [] }; }],
], (bad) => status(['assess', '-'], bad) === 2);

test('a case that leaves everything open, or has more to say', () => {
  valid('case', blank);
  valid('case', { ...full, expenses: null, contact: { mail: 'a@b' } });
  check(status(['assess', '-'], { ...full, contact: {} }) === 0, 'the program refuses it');
});

wrong('case', { ...full, forms: { plan_name: '計画' } }, [
  ['a text of a form that is a number', (c) => { c.forms.plan_name = 5; }],
  ['texts of forms in a list', (c) => { c.forms = []; }],
], (bad) => status(['assess', '-'], bad) === 2);

// For the page that saved it; what assesses does not look at it.
const compared = { ...full,
  expenses: [{ amount_yen: 100000, with_tax: { percent: 10, amount_yen: 110000 }, row: 1 }],
  confirmed: { 'expenses[0].amount_yen': 100000 },
  scenarios: [{ number: 1, name: 'いまの計画' }, { number: 2, case: { ...full, confirmed: {} } }],
};
wrong('case', compared, [
  ['a rate of 9 %', (c) => { c.expenses[0].with_tax.percent = 9; }],
  ['an amount with tax as text', (c) => { c.expenses[0].with_tax.amount_yen = '110,000'; }],
  ['row 0', (c) => { c.expenses[0].row = 0; }],
  ['a confirmed value as text', (c) => { c.confirmed['expenses[0].amount_yen'] = '1'; }],
  ['one scenario alone', (c) => { c.scenarios.pop(); }],
  ['five scenarios', (c) => { c.scenarios.push(...Array(3).fill(c.scenarios[1])); }],
  ['two scenarios that are the file', (c) => { delete c.scenarios[1].case; }],
  ['no scenario that is the file', (c) => { c.scenarios.shift(); c.scenarios.push(c.scenarios[0]); }],
  ['scenarios within one', (c) => { c.scenarios[1].case.scenarios = [{}, { case: blank }]; }],
  ['a scenario that is no case', (c) => { c.scenarios[1].case = {}; }],
  ['a wrong figure in a scenario', (c) => { c.scenarios[1].case.expenses[0].amount_yen = -1; }],
  ['a name that is a number', (c) => { c.scenarios[0].name = 1; }],
]);

test('with and without what the page keeps beside the facts, the assessment is the same', () => {
  const { confirmed, scenarios, ...facts } = compared;
  const bare = { ...facts, expenses: [{ amount_yen: 100000 }] };
  const assessed = (document) => {
    const { status: exit, out, err } = run(['assess', '-'], JSON.stringify(document));
    check(exit === 0 && err === '', err);
    return out;
  };
  check(assessed(compared) === assessed(bare), 'another assessment');
  check(assessed({ ...compared, scenarios: 'x', confirmed: 1 }) === assessed(bare), 'it looks at them');
  const lines = run(['batch', '-'], [compared, bare].map((each) => JSON.stringify(each)).join('\n'));
  const [one, other] = lines.out.trim().split('\n');
  check(lines.status === 0 && one === other, 'another line of a batch');
});

const ours = (change) => (h) => { change(h['B票'].uwanose); };
wrong('handoff', handed_off(full, '--frame', 'saikouchiku.normal'), [
  ['another format', (h) => { h.format = 'uwanose-case'; }],
  ['no applicant', (h) => { delete h['A票']['申請者']; }],
  ['a number of twelve digits', (h) => { h['A票']['申請者'].legalEntityNumber = '800001201003'; }],
  ['a municipality without its check digit', (h) => {
    h['A票']['申請者'].registeredAddress.localGovernmentCode = '20209';
  }],
  ['employees as text', (h) => { h['A票']['申請者'].numberOfEmployee = '18'; }],
  ['a date in the Japanese calendar', (h) => { h['B票']['更新年月日'] = '令和8年11月20日'; }],
  ['a moment without zone', (h) => { h.created = '2026-11-20T10:00:00'; }],
  ['no case', ours((o) => { delete o.case; })],
  ['no assessment', ours((o) => { delete o.assessment; })],
  ['no hash', ours((o) => { delete o.rules.sha256; })],
  ['a prefectural part that adds to nothing', ours((o) => { delete o.programmes[1]['元制度番号']; })],
  ['a rate as text', ours((o) => { o.programmes[0]['最大補助率'] = '2/3'; })],
  ['a rate without its fraction', ours((o) => { delete o.amounts.national.rate.fraction; })],
  ['an amount and its range', ours((o) => { o.amounts.national.yen_range = { min_yen: 0 }; })],
  ['neither amount nor range', ours((o) => { delete o.amounts.total_yen; })],
  ['no trace', ours((o) => { delete o.amounts.national.trace; })],
  ['an unknown verdict', ours((o) => { o.verdicts[0].verdict = 'maybe'; })],
  ['a verdict without evidence', ours((o) => { delete o.verdicts[0].evidence; })],
  ['a stranger outside our key', (h) => { h['B票'].uwanose2 = {}; }],
]);
wrong('sheet', read('assets/sheets/1-saikouchiku.json'), [
  ['no title', (s) => { delete s.title; }],
  ['a label in one language', (s) => { delete s.groups[0].label.en; }],
  ['a group without fields', (s) => { s.groups[0].fields = []; }],
  ['an unknown figure', (s) => { s.groups[0].fields[0] = { label: s.title, figure: 'yen' }; }],
  ['a field of two kinds', (s) => { s.groups[0].fields[0].text = 'x'; }],
  ['a limit of nothing', (s) => { s.groups[0].fields[0] = { label: s.title, text: 'x', max: 0 }; }],
  ['a document without id', (s) => { delete s.documents[0].id; }],
]);

const pack = read('assets/rules/nagano_plus_1.json');
const energy = read('assets/rules/nagano_energy.json');
const declines = (p) => p.checks.find((one) => one.function === 'three_month_decline');
const refused_pack = (bad) => status(['programmes', '-'], bad) === 2;
wrong('rules', pack, [
  ['no id', (p) => { delete p.id; }],
  ['another format', (p) => { p.format = 'uwanose-facts'; }],
  ['an unknown member', (p) => { p.framse = []; }],
  ['a title in one language', (p) => { delete p.title.en; }],
  ['an empty text', (p) => { p.title.ja = ''; }],
  ['a closing day that is none', (p) => { p.closed.date = '2026/02/13'; }],
  ['no frames', (p) => { p.frames = []; }],
  ['a frame without national part', first('frames', (frame) => { delete frame.national; })],
  ['a prefectural part in a list', first('frames', (frame) => { frame.prefectural = []; })],
  ['an amount without source', first('frames', (frame) => { delete frame.national.variants[0].source; })],
  ['an amount that is a number', first('frames', (frame) => { frame.national.variants[0].amount = 5; })],
  ['rounding to nothing', first('frames', (frame) => { frame.national.unit_yen = 0; })],
  ['two lower limits', first('frames', (frame) => {
    Object.assign(frame.national.variants[0], { at_least: '1', more_than: '1' });
  })],
  ['a confidence of its own', first('requirements', (one) => { one.source.confidence = 'X'; })],
  ['a requirement judged in no way', first('requirements', (one) => {
    for (const way of ['test', 'check', 'value', 'lower_limit', 'at_least', 'at_most', 'more_than']) {
      delete one[way];
    }
  })],
  ['a requirement judged in two ways', first('requirements', (one) => { one.lower_limit = true; one.test = 'true'; })],
  ['a limit without value', first('requirements', (one) => { one.at_least = '1'; })],
  ['a unit of its own', first('tables', (table) => { table.columns[0].unit = 'yens'; })],
  ['a value that is a fraction', first('tables', (table) => { table.rows[0].values[0] = 1.5; })],
  ['a value that is a word', first('tables', (table) => { table.rows[0].values[0] = 'much'; })],
  ['a definition without formula', first('definitions', (one) => { delete one.formula; delete one.variants; })],
  ['an unknown check', first('checks', (one) => { one.function = 'best_month'; })],
  ['a window of two months', (p) => { declines(p).window = 2; }],
  ['a part without months', (p) => { delete declines(p).sets[0].parts[0].from; }],
  ['a check with a stranger', (p) => { declines(p).yearly = '3%'; }],
  ['a caution without text', first('cautions', (one) => { delete one.text; })],
  ['a step without source', (p) => { delete p.preparation.steps[0].source; }],
  ['a step on a day that is none', (p) => { p.preparation.steps[0].date = '2022/03/24'; }],
  ['a step with two last days', (p) => {
    Object.assign(p.preparation.steps[0], { date: '2022-03-24', days_before: 3 });
  }],
  ['a call without deadline', (p) => { delete p.preparation.rounds[0].calls[0].deadline; }],
], refused_pack);
wrong('rules', energy, [
  ['a fact outside programmes', first('facts', (fact) => { fact.id = 'answers.solar'; })],
  ['a number without bounds', (p) => { delete p.facts.find(({ type }) => type === 'decimal').max; }],
  ['an unknown type', first('facts', (fact) => { fact.type = 'float'; })],
], refused_pack);

wrong('facts', facts, [
  ['another version', (f) => { f.version = 2; }],
  ['no categories', (f) => { delete f.categories; }],
  ['a fact without label', first('facts', (fact) => { delete fact.label; })],
  ['a choice without choices', (f) => { delete f.facts.find(({ id }) => id === 'applicant.kind').choices; }],
  ['an integer without unit', (f) => { delete f.facts.find(({ type }) => type === 'integer').unit; }],
  ['an unknown series', first('facts', (fact) => { fact.series = 'daily'; })],
  ['a code of four digits', first('code_tables', (table) => { table.groups[0].codes[0].code = '2020'; })],
  ['a code without name', first('code_tables', (table) => { delete table.groups[0].codes[0].label; })],
]);

wrong('contacts', read('assets/data/contacts.json'), [
  ['another version', (c) => { c.version = 2; }],
  ['an office without telephone', first('contacts', (one) => { delete one.phone; })],
  ['a telephone in words', first('contacts', (one) => { one.phone = '代表'; })],
  ['a kind without label', first('kinds', (kind) => { delete kind.label; })],
]);

const produced_lines = produced.out.trim().split('\n');
const assessed = JSON.parse(produced_lines[0] || 'null');
const open = JSON.parse(produced_lines.at(-1) || 'null');
const national = (change) => (a) => { change(a.frames[0].national); };
const requirement = (id, change) => national((part) => {
  change(part.requirements.find((one) => one.id === id));
});
wrong('assessment', assessed, [
  ['another format', (a) => { a.format = 'uwanose-case'; }],
  ['no rules', (a) => { a.rules = []; }],
  ['a short hash', (a) => { a.rules[0].sha256 = 'abc'; }],
  ['an unknown member', (a) => { a.today = '2022-03-01'; }],
  ['an unknown verdict', first('frames', (frame) => { frame.verdict = 'maybe'; })],
  ['no prefectural', first('frames', (frame) => { delete frame.prefectural; })],
  ['a total as text', first('frames', (frame) => { frame.total_yen = '1'; })],
  ['a total below zero', first('frames', (frame) => { frame.total_yen = -1; })],
  ['a null without its range', first('frames', (frame) => { frame.total_yen = null; })],
  ['a range beside a figure', first('frames', (frame) => {
    frame.own_yen_range = { min_yen: 0, max_yen: null };
  })],
  ['a yen that is null without its range', national((part) => { part.yen = null; })],
  ['a requirement without evidence', requirement('round', (one) => { delete one.evidence; })],
  ['a requirement without source', requirement('round', (one) => { delete one.source; })],
  ['a source of no confidence', requirement('round', (one) => { delete one.source.confidence; })],
  ['two of three months', requirement('sales_decline', (one) => { one.evidence.parts[0].months.pop(); })],
  ['a part c', requirement('sales_decline', (one) => { one.evidence.parts[0].part = 'c'; })],
  ['a fall without its set', requirement('sales_decline', (one) => { delete one.evidence.set; })],
  ['a value without slack', requirement('lower_limit', (one) => { delete one.evidence.slack; })],
  ['something missing twice', national((part) => { part.missing = ['plan.years', 'plan.years']; })],
  ['a caution that is a number', first('frames', (frame) => { frame.cautions = [2]; })],
]);
wrong('assessment', open, [
  ['a range without lower end', first('frames', (frame) => { delete frame.own_yen_range.min_yen; })],
  ['no range', first('frames', (frame) => { delete frame.own_yen_range; })],
]);

finish();
