// The accessibility statement of the page and of docs/accessibility.md is one: the passages of
// assets/strings. node tests/docs/accessibility.mjs [--update writes them into the document]
// Its last line is {"passed":N,"failed":M}.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const document = resolve(root, 'docs/accessibility.md');

function statement(language) {
  const strings = JSON.parse(readFileSync(resolve(root, `assets/strings/${language}.json`), 'utf8'));
  const passage = (key) => {
    const lines = strings[`accessibility.${key}`].split('\n');
    return lines.length === 1 ? lines[0] : lines.map((line) => `- ${line}`).join('\n');
  };
  const part = (key) => `**${strings[`accessibility.${key}_title`]}**\n\n${passage(key)}`;
  return [passage('aim'), ...['how', 'tested', 'untested', 'gaps'].map(part), passage('date')].join('\n\n');
}

const place = (language) =>
  new RegExp(`(<!-- statement ${language} -->\n)((?:(?!<!-- end)[^])*)(\n<!-- end -->)`);

let text = readFileSync(document, 'utf8');
let passed = 0, failed = 0;
for (const language of ['ja', 'en']) {
  const wanted = statement(language);
  if (process.argv.includes('--update')) {
    text = text.replace(place(language), (_, begin, __, end) => begin + wanted + end);
  }
  if (place(language).exec(text)?.[2] === wanted) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED docs/accessibility.md differs from the page's statement (${language}): ` +
      'node tests/docs/accessibility.mjs --update');
  }
}
if (process.argv.includes('--update')) writeFileSync(document, text);
console.log(JSON.stringify({ passed, failed }));
process.exit(failed === 0 ? 0 : 1);
