import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field } from '../../main/resources/META-INF/resources/js/downloads.js';

for (const [value, written] of [
  ['1704', '1704'],
  ['-12.5', '-12.5'],
  ['-$1,000', '"-$1,000"'],
  ['-12+3', "'-12+3"],
  ['=1+1', "'=1+1"],
  ['@total.png', "'@total.png"],
  ['say "7"', '"say ""7"""'],
  ['two\nlines', '"two\nlines"'],
  [true, 'true'],
]) {
  test(`${JSON.stringify(value)} in a table of values`, () => assert.equal(field(value), written));
}
