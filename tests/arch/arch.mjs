// Holds the repository to its architecture; last line {"passed":N,"failed":M}.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { outward_paths, source_checks, table_faults } from './checks.mjs';
import { samples } from './samples.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const exists = (path) => existsSync(join(root, path)) || /^(build|dist|node_modules)(\/|$)/.test(path);
const made = ['.git', ...read('.gitignore').split('\n').filter(Boolean).map((line) => line.replaceAll('/', ''))];
const files_in = (folder) => readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  if (folder === '' && made.includes(entry.name)) return [];
  return entry.isDirectory() ? files_in(path) : [path];
});
const files = files_in('').sort();
const sources = files.filter((path) => /^src\/.*\.(h|cpp)$/.test(path));
const texts = files.filter((path) => /\.(cpp|h|mjs|js|css|html|md|json|cmake|txt)$/.test(path) && path !== 'package-lock.json');

let passed = 0;
let failed = 0;
function check(name, faults) {
  if (faults.length === 0) return void passed++;
  failed++;
  console.log(`FAILED ${name}\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

const everywhere = (paths, faults_of) =>
  paths.flatMap((path) => faults_of(path, read(path)).map((fault) => `${path}: ${fault}`));

for (const [name, faults_of] of Object.entries(source_checks)) check(name, everywhere(sources, faults_of));

check('relative paths lead to something in the repository',
  everywhere(texts, (path, text) => (path.startsWith('tests/arch/') ? [] : outward_paths(path, text, exists))));

const tables = ['ja', 'en'].map((language) => `assets/strings/${language}.json`);
if (tables.every(exists)) {
  check('every text is there in Japanese and in English', table_faults(...tables.map((path) => JSON.parse(read(path)))));
}

const entries = 'CMakeLists.txt web src assets tests index.html dev docs README.md LICENSE licences CMakePresets.json package.json package-lock.json'.split(' ');
check('the top of the repository stays small',
  [...new Set(files.map((path) => path.split('/')[0]))].filter((entry) => !entry.startsWith('.') && !entries.includes(entry)));

// The checks bite: each bad sample is caught, each good one is let through.
for (const { check: name, path, text, bad } of samples.sources) {
  const caught = source_checks[name](path, text).length > 0;
  check(`sample: ${name}`, caught === bad ? [] : [`${bad ? 'not caught' : 'caught'}: ${path}: ${text}`]);
}
for (const { path, text, bad } of samples.paths) {
  const caught = outward_paths(path, text, (target) => target === 'docs/rules.md').length > 0;
  check('sample: relative paths', caught === bad ? [] : [`${path}: ${text}`]);
}
for (const { ja, en, bad } of samples.tables) {
  check('sample: tables', (table_faults(ja, en).length > 0) === bad ? [] : [JSON.stringify({ ja, en })]);
}

console.log(JSON.stringify({ passed, failed }));
process.exit(failed ? 1 : 0);
