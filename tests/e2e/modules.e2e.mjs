// The page's scripts by themselves: packing and drafts.

import { randomBytes } from 'node:crypto';
import { create_drafts } from '../../web/drafts.js';
import { to_bytes, to_text } from '../../web/unpack.js';
import { equal, run, test, truthy } from './lib/check.mjs';

test('packed bytes come back, and no character of theirs is changed by HTML', async () => {
  for (const length of [0, 1, 6, 7, 8, 13, 1000, 65537]) {
    for (const bytes of [new Uint8Array(length), new Uint8Array(length).fill(60),
      Uint8Array.from({ length }, (_, i) => i * 7), new Uint8Array(randomBytes(length))]) {
      const text = to_text(bytes);
      truthy(!/[\0\r<]/.test(text), 'a character that HTML would change');
      truthy(Buffer.from(to_bytes(text, length)).equals(Buffer.from(bytes)), `length ${length}`);
    }
  }
  const packed = Buffer.byteLength(to_text(randomBytes(70000)));
  truthy(packed <= 80100, `70,000 bytes became ${packed}`);
});

// A field as drafts.js sees it.
function fake_field(revision, value) {
  return { id: 'f', target: { value: '' }, content: { value, revision } };
}

test('a value is written when its revision changed, and only then', async () => {
  const sent = [];
  const drafts = create_drafts((...event) => sent.push(event));
  const field = fake_field(1, '100');
  drafts.take_value(field);
  equal(field.target.value, '100', 'first');
  field.target.value = '100,';
  drafts.input(field, { isComposing: false });
  field.content = { value: '999', revision: 1 };
  drafts.take_value(field);
  equal(field.target.value, '100,', 'same revision');
  field.content = { value: '1,000', revision: 2 };
  drafts.take_value(field);
  equal(field.target.value, '1,000', 'next revision');
  equal(sent, [['input', 'f', '100,']], 'events');
});

test('nothing is written or told while composing; what came meanwhile gives way', async () => {
  const sent = [];
  const drafts = create_drafts((...event) => sent.push(event));
  const field = fake_field(1, '前');
  drafts.take_value(field);
  drafts.compositionstart(field);
  field.target.value = '前しん';
  drafts.input(field, { isComposing: true });
  field.content = { value: '別の値', revision: 2 };
  drafts.take_value(field);
  equal(field.target.value, '前しん', 'while composing');
  field.target.value = '前信州';
  drafts.compositionend(field);
  equal(field.target.value, '前信州', 'after the composition');
  drafts.take_value(field);
  equal(field.target.value, '前信州', 'in the next frame');
  drafts.leave(field);
  equal(sent, [['input', 'f', '前信州'], ['commit', 'f', '前信州']], 'events');
});

test('a cancelled composition lets the value through that came meanwhile', async () => {
  const drafts = create_drafts(() => {});
  const field = fake_field(1, '前');
  drafts.take_value(field);
  drafts.compositionstart(field);
  field.target.value = '前しん';
  field.content = { value: '別の値', revision: 2 };
  drafts.take_value(field);
  field.target.value = '前';
  drafts.compositionend(field);
  equal(field.target.value, '別の値');
});

test('one commit for one change: by Enter, and not again when left', async () => {
  const sent = [];
  const drafts = create_drafts((...event) => sent.push(event));
  const field = fake_field(1, '');
  drafts.take_value(field);
  field.target.value = '18';
  drafts.input(field, { isComposing: false });
  drafts.enter(field);
  drafts.change(field);
  drafts.leave(field);
  equal(sent, [['input', 'f', '18'], ['commit', 'f', '18']]);
});

await run();
