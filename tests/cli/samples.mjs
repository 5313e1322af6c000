// The samples that are shown to a room, by the command line: eight firms, eight outcomes.
// Its last line is {"passed":N,"failed":M}.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.argv[2] ?? join(root, 'build/uwanose'));

// In the order of their keys 1 to 8: frame, verdict, nation, prefecture.
const outcomes = [
  ['met', '01-factory-met', 'saikouchiku.normal', 'met', 20000000, 4000000],
  ['missed by a hair', '02-workshop-missed-by-a-hair', 'saikouchiku.normal', 'not_met', 10000000, 2000000],
  ['met only by value added', '03-carrier-by-value-added', 'saikouchiku.normal', 'met', 22000000, 4400000],
  ['mid-size, nothing from the prefecture', '04-mid-size-without-prefecture', 'saikouchiku.normal', 'met', 53333333, 0],
  ['out of the prefecture', '05-tour-firm-outside-nagano', 'saikouchiku.normal', 'met', 10000000, 0],
  ['a small shop', '06-shop-continuity', 'jizokuka.low_infection', 'met', 1000000, 200000],
  ['a café in the emergency frame', '07-cafe-emergency', 'saikouchiku.emergency', 'met', 5000000, 340000],
  ['a factory at the limit of the large frame', '08-factory-at-the-large-limit', 'saikouchiku.large_wage_raise', 'not_met', 0, 0],
];

let passed = 0, failed = 0;
for (const [name, file, id, ...wanted] of outcomes) {
  const { stdout, stderr } = spawnSync(binary, ['assess', `assets/samples/${file}.json`],
    { cwd: root, encoding: 'utf8' });
  let found = stderr;
  try {
    const frame = JSON.parse(stdout).frames.find((one) => one.id === id);
    found = [frame.verdict, frame.national.yen, frame.prefectural.yen];
  } catch { /* what went wrong is in stderr */ }
  const good = JSON.stringify(found) === JSON.stringify(wanted);
  if (good) passed += 1; else failed += 1;
  if (!good) console.log(`FAILED ${name}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}
console.log(JSON.stringify({ passed, failed }));
process.exit(failed === 0 ? 0 : 1);
