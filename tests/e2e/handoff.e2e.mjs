// Copied into forms and handed over: what the page gives out is what the command line gives.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

import { inside } from '../lib/handoff.mjs';
import { chosen, launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { button, field, press, saved_case, words } from './lib/form.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = process.env.UWANOSE_BINARY ?? join(root, 'build/uwanose');
const said = {
  sheet: '転記シート',
  choose: '写す先の書類',
  prefecture: '長野県への事業計画と交付申請',
  handoff: '引き渡しファイルを保存（JSON）',
  csv: '表計算ソフト用のファイル（CSV）',
  months: '月ごとの数字を保存（CSV）',
  duplicate: 'いまの入力を複製して比べる',
  scenarios: 'くらべた案を保存（CSV）',
  plan_name: '補助事業計画名（30文字以内）',
  document: '事業計画書（15ページ以内）',
};

const browser = await launch_chromium();
const printed = (args, input) => {
  const result = spawnSync(binary, args, { input, maxBuffer: 1 << 28 });
  equal(result.status, 0, `${args.join(' ')}: ${result.stderr}`);
  return result.stdout.toString();
};

// Long texts: where they part is enough to know.
function same(actual, expected, what) {
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at += 1;
  equal(actual.slice(at, at + 60), expected.slice(at, at + 60), `${what}, from ${at} on`);
  equal(actual.length, expected.length, `${what}, length`);
}

async function open_sample(options = {}) {
  const page = await open_page(browser, options);
  await press(page, words.sample);
  return page;
}
const opened_file = (page, name, text) => chosen(page,
  { name, mimeType: 'application/json', buffer: Buffer.from(text) }, () => press(page, words.open));

test('the hand-off holds to its schema, and the command line comes to the same from the case inside', async () => {
  const page = await open_sample();
  const { name, text } = await saved_case(page, said.handoff);
  equal(name, 'uwanose-handoff.json', 'file name');
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  const valid = ajv.compile(JSON.parse(readFileSync(join(root, 'assets/schema/handoff.schema.json'), 'utf8')));
  truthy(valid(JSON.parse(text)), JSON.stringify(valid.errors));
  truthy(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(JSON.parse(text).created), 'no moment');
  same(`${inside(text, 'assessment')}\n`, printed(['assess', '-'], inside(text, 'case')), 'assessment');
  await page.context().close();
});

test('page → saved case → command line → page: equal assessments, byte for byte', async () => {
  const page = await open_sample();
  await field(page, words.name).fill('髙﨑𠮷</script>');
  await field(page, words.employees).fill('19');
  await page.keyboard.press('Tab');
  const assessed = (await saved_case(page, words.save_assessment)).text;
  const saved = (await saved_case(page)).text;
  same(printed(['assess', '-'], saved), assessed, 'command line');
  const handoff = (await saved_case(page, said.handoff)).text;
  same(printed(['assess', '-'], handoff), assessed, 'command line of the hand-off');
  for (const [name, text] of [['case.json', saved], ['handoff.json', handoff]]) {
    const other = await open_page(browser);
    await opened_file(other, name, text);
    same((await saved_case(other, words.save_assessment)).text, assessed, `${name} on the page`);
    same((await saved_case(other)).text, saved, `the case of ${name}`);
    await other.context().close();
  }
  await page.context().close();
});

test('copy buttons give plain figures; the form is chosen; what is typed is counted, saved, undone', async () => {
  const page = await open_sample({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await button(page, said.sheet).click();
  await settled(page);
  const copied = async (label) => {
    await button(page, `${label}をコピー`).click();
    await settled(page);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  equal(await copied('補助金交付申請額'), '20000000', 'amount');
  equal(await copied('常時使用する従業員数'), '18', 'people');
  const name = field(page, said.plan_name);
  await name.fill('五軸加工への転換𠮷');
  await settled(page);
  truthy(await page.getByRole('rowheader', { name: `${said.plan_name}（いま10文字）`, exact: true }).count() === 1,
    'the length is not counted while typing');
  await page.keyboard.press('Tab');
  await page.getByRole('checkbox', { name: said.document }).click();
  await settled(page);
  const forms = JSON.parse((await saved_case(page)).text).forms;
  equal(forms, { 'done.saikouchiku.plan': 'yes', plan_name: '五軸加工への転換𠮷' }, 'saved texts');
  equal(JSON.parse((await saved_case(page, said.handoff)).text)['B票']['名称'], '五軸加工への転換𠮷', 'B票');
  await page.getByRole('combobox', { name: said.choose }).selectOption({ label: said.prefecture });
  await settled(page);
  equal(await copied('県の補助金の見込み額'), '4000000', 'prefectural amount');
  await press(page, '元に戻す');
  equal(JSON.parse((await saved_case(page)).text).forms, { plan_name: '五軸加工への転換𠮷' }, 'after undo');
  equal(page.problems, [], 'problems');
  await page.context().close();
});

test('CSV with a byte-order mark and CR LF, as the command line writes it', async () => {
  const page = await open_sample();
  await button(page, said.csv).click();
  await settled(page);
  const { name, text } = await saved_case(page, said.months);
  equal(name, 'uwanose-months.csv', 'file name');
  truthy(text.startsWith('\uFEFF試算,'), 'no byte-order mark');
  same(text, printed(['csv', '-'], (await saved_case(page)).text), 'the same table');
  await button(page, said.duplicate).click();
  await settled(page);
  const scenarios = await saved_case(page, said.scenarios);
  equal(scenarios.text.split('\r\n').filter((line) => line.includes(',事業再構築補助金 通常枠,')).length, 2,
    'scenarios, one a line');
  await page.context().close();
});

await run(() => browser.close());
