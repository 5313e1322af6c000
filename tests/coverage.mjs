// Runs the tests with line counters and asks for 95 % of the lines of core and of rules.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const build = join(root, 'build', 'coverage');
const wanted = 95;

const counters = () => readdirSync(join(build, 'CMakeFiles'), { recursive: true })
  .filter((name) => name.endsWith('.gcda')).map((name) => join(build, 'CMakeFiles', name));

counters().forEach((path) => rmSync(path));
execFileSync(join(build, 'uwanose_tests'), ['--no-colors'], { stdio: 'inherit' });

// path → line → how often it ran, over all objects that contain the line
const lines = new Map();
for (const counter of counters()) {
  const options = { cwd: build, maxBuffer: 1 << 30, encoding: 'utf8' };
  const { files } = JSON.parse(execFileSync('gcov', ['--json-format', '--stdout', counter], options));
  for (const file of files) {
    const path = relative(root, resolve(build, file.file));
    if (!/^src\/(core|rules)\//.test(path)) continue;
    const counts = lines.get(path) ?? lines.set(path, new Map()).get(path);
    for (const { line_number: number, count } of file.lines) counts.set(number, (counts.get(number) ?? 0) + count);
  }
}

let passed = 0;
let failed = 0;
for (const room of ['core', 'rules']) {
  let all = 0;
  let run = 0;
  for (const [path, counts] of [...lines].filter(([name]) => name.startsWith(`src/${room}/`)).sort()) {
    const missed = [...counts].filter(([, count]) => count === 0).map(([number]) => number).sort((a, b) => a - b);
    all += counts.size;
    run += counts.size - missed.length;
    if (missed.length) console.log(`${path}: not run: ${missed.join(' ')}`);
  }
  const enough = all > 0 && run * 100 >= wanted * all;
  console.log(`${room}: ${run} of ${all} lines, ${((100 * run) / all).toFixed(1)} %, wanted ${wanted} %`);
  enough ? passed++ : failed++;
}
console.log(JSON.stringify({ passed, failed }));
process.exit(failed ? 1 : 0);
