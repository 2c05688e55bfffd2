import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asRead, cellOf, correct, correctCell, corrected, insert, needsChecking, remove, weakest } from '../../main/resources/META-INF/resources/js/corrections.js';

/** A reading of one number; its signs stand before the digits that they are told. */
function entry(value, { signs = [], certain = true, confidences = [] } = {}) {
  const digits = [...value].map((digit, i) => ({ digit: Number(digit), confidence: confidences[i] ?? 1, box: { x: i } }));
  let text = '';
  for (let i = 0; i <= digits.length; i++) {
    text += signs.filter(({ before }) => before === i).map(({ sign }) => sign).join('') + (digits[i]?.digit ?? '');
  }
  return { reading: { numbers: [{ value, text, digits, signs, certain, confidence: 0.9 }] }, corrections: new Map(), cells: new Map() };
}

const only = (read) => corrected(read)[0];

test('what nobody has corrected is as it was read', () => {
  const number = only(entry('1704'));

  assert.equal(number.text, '1704');
  assert.equal(number.corrected, false);
});

test('a corrected digit keeps what was read', () => {
  const read = entry('1704');

  correct(read, 0, 1, 9);

  assert.equal(only(read).value, '1904');
  assert.equal(only(read).read, '1704');
  assert.deepEqual(only(read).digits[1], { digit: 9, confidence: 1, box: { x: 1 }, read: 7, corrected: true });
});

test('a number that is again as it was read is no correction', () => {
  const read = entry('17');
  correct(read, 0, 0, 4);

  correct(read, 0, 0, 1);

  assert.equal(only(read).corrected, false);
});

test('a digit is put in where it is missing, and has no box', () => {
  const read = entry('14');

  insert(read, 0, 1, 7, false);

  assert.equal(only(read).value, '174');
  assert.equal(only(read).digits[1].box, null);
});

test('signs stay beside the digits that they were read beside', () => {
  const read = entry('125', { signs: [{ sign: '-', before: 0 }, { sign: '.', before: 2 }] });
  assert.equal(only(read).text, '-12.5');

  insert(read, 0, 2, 9, false);
  assert.equal(only(read).text, '-12.95');

  asRead(read, 0);
  insert(read, 0, 2, 9, true);
  assert.equal(only(read).text, '-129.5');
});

test('the last digit of a number stays', () => {
  const read = entry('17');

  remove(read, 0, 0);
  remove(read, 0, 0);

  assert.equal(only(read).value, '7');
});

test('a cell of one number is corrected as that number', () => {
  const read = entry('17', { certain: false });
  const cell = { row: 0, column: 0, numbers: [0] };
  assert.equal(cellOf(read, 0, cell, corrected(read)).unsure, true);

  correctCell(read, 0, cell, '19');

  assert.equal(only(read).value, '19');
  assert.deepEqual(cellOf(read, 0, cell, corrected(read)), { ...cell, text: '19', unsure: false, corrected: true });
});

test('a cell may have a text that is no number', () => {
  const read = entry('17');
  const cell = { row: 0, column: 0, numbers: [0] };

  correctCell(read, 0, cell, 'absent');

  assert.equal(only(read).value, '17');
  assert.equal(cellOf(read, 0, cell, corrected(read)).text, 'absent');
});

test('confirming a cell as it is makes it sure', () => {
  const read = entry('17', { certain: false });
  const cell = { row: 1, column: 2, numbers: [0] };

  correctCell(read, 0, cell, '17');

  assert.equal(cellOf(read, 0, cell, corrected(read)).unsure, false);
  assert.equal(cellOf(read, 0, cell, corrected(read)).corrected, false);
});

test('the weakest digit is named where most of the doubt is its own', () => {
  const doubtful = entry('17', { certain: false, confidences: [0.99, 0.92] });
  const evenly = entry('17', { certain: false, confidences: [0.99, 0.98] });

  assert.equal(weakest(only(doubtful)).digit, 7);
  assert.equal(weakest(only(evenly)), null);
  assert.equal(needsChecking(only(doubtful)), true);
});
