// The tables of the command line, opened by a spreadsheet program as people open them: figures are
// figures, texts are texts, and nothing is computed. node tests/cli/spreadsheet.mjs [build/uwanose]
// This test alone needs LibreOffice, and installs it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { equal, finish, test } from '../lib/checks.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.argv[2] ?? join(root, 'build/uwanose'));

const installed = spawnSync(join(root, 'dev'), ['need', 'soffice', 'libreoffice-calc-nogui'],
  { encoding: 'utf8' });
if (installed.status !== 0) {
  console.log(`FAILED LibreOffice\n  ${installed.stderr.trim().split('\n').at(-1)}`);
  console.log('{"passed":0,"failed":1}');
  process.exit(1);
}

// Item as typed → as the spreadsheet shows it.
const items = [
  ['=1+1', "'=1+1"], ['=HYPERLINK("http://x.example","押す")', `'=HYPERLINK("http://x.example","押す")`],
  ['+81', "'+81"], ['-5', "'-5"], ['@SUM(1)', "'@SUM(1)"], ['＝1+1', "'＝1+1"], ['1-2', "'1-2"],
  ['8000012010038', "'8000012010038"], ['1E5', "'1E5"], ['TRUE', "'TRUE"], ['a "b", c', 'a "b", c'],
  ['二行\nにわたる', '二行\nにわたる'], ['3Dプリンター', '3Dプリンター'], ['髙﨑𠮷', '髙﨑𠮷'],
];
const input = JSON.stringify({
  format: 'uwanose-case', version: 1,
  applicant: { name: '=cmd|calc', corporate_number: '8000012010038', kind: 'corporation' },
  monthly: [{ month: '2021-04', sales_yen: 9999999999999, value_added_yen: -1200000 }],
  expenses: items.map(([item], index) => ({ category: 'machinery', item, amount_yen: index })),
});

const folder = temporary_folder();
const names = ['months', 'expenses', 'frames'];
for (const name of names) {
  const made = spawnSync(binary, ['csv', '-', '--table', name], { input });
  writeFileSync(join(folder, `${name}.csv`), made.stdout);
}
// Comma, quotes, UTF-8; numbers and dates are looked for wherever they could be.
const opened = spawnSync('soffice', ['--headless', '--norestore',
  `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
  '--infilter=CSV:44,34,76,1,,0,false,true,false', '--convert-to', 'fods', '--outdir', folder,
  ...names.map((name) => join(folder, `${name}.csv`))], { encoding: 'utf8', timeout: 120000 });

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml) => xml.replace(/<text:line-break\/>/g, '\n').replace(/<[^>]*>/g, '')
  .replace(/&(\w+);/g, (all, name) => entities[name] ?? all);

// Rows of cells: a number, a text, or what else the program made of it.
function sheet(name) {
  const xml = readFileSync(join(folder, `${name}.fods`), 'utf8');
  return [...xml.matchAll(/<table:table-row[^>]*?(?:\/>|>([^]*?)<\/table:table-row>)/g)].map(([, row]) =>
    [...(row ?? '').matchAll(/<table:table-cell([^>]*?)(?:\/>|>([^]*?)<\/table:table-cell>)/g)].map(([, attributes, content]) => {
      const value = (key) => attributes.match(new RegExp(`office:${key}="([^"]*)"`))?.[1];
      if (attributes.includes('table:formula')) return { formula: attributes };
      if (value('value-type') === 'float') return Number(value('value'));
      if (value('value-type') === undefined) return null;
      if (value('value-type') !== 'string') return { type: value('value-type') };
      return [...content.matchAll(/<text:p[^>]*?(?:\/>|>([^]*?)<\/text:p>)/g)].map(([, text]) => plain(text ?? '')).join('\n');
    }));
}
const starting = (rows, text) => rows.find((row) => row[0] === text) ?? [];

test('LibreOffice opens all three', () => equal(opened.status, 0, `status; ${opened.stderr}`));
for (const name of names) {
  test(`${name}: nothing is computed, no date is made up, the number is a text`, () => {
    const rows = sheet(name);
    const strange = rows.flat().filter((cell) => cell !== null && typeof cell === 'object');
    equal(strange, [], 'cells that are neither number nor text');
    equal(starting(rows, '会社名・屋号')[1], "'=cmd|calc", 'name');
    equal(starting(rows, '法人番号')[1], "'8000012010038", 'corporate number');
  });
}
test('months: figures are figures, also below zero and with 13 digits', () => {
  const rows = sheet('months');
  const row = rows.find((cells) => cells.includes(9999999999999)) ?? [];
  equal(row.slice(1, 3), [9999999999999, -1200000], 'figures');
  equal(row[0], '2021年4月', 'month');
});
test('expenses: texts as they were typed', () => {
  const rows = sheet('expenses').filter((row) => typeof row[0] === 'number');
  equal(rows.map((row) => row[2]), items.map(([, shown]) => shown), 'items');
  equal(rows.map((row) => row[3]), items.map((_, index) => index), 'amounts');
});
test('frames: fifteen, each with its verdict', () => {
  equal(sheet('frames').filter((row) => /枠|類型/.test(String(row[0])) && row.length > 3).length, 16, 'lines');
});

finish();
