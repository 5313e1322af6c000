// A folder for what a script writes; it goes when the script ends.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function temporary_folder() {
  const folder = mkdtempSync(join(tmpdir(), 'uwanose-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
