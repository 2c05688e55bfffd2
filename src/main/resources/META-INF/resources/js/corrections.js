/*
 * What a person has put right. It is kept beside the reading and never in it, so that both can be told: what was read, and
 * what it should be.
 */

/** A number's digits as they should be: each with its place in the reading, or none where a person has put it in. */
function noted({ reading, corrections }, number) {
  return corrections.get(number) ?? reading.numbers[number].digits.map(({ digit }, from) => ({ digit, from }));
}

/** A number that is again as it was read is no correction. */
function note(entry, number, digits) {
  const joined = (all) => all.map(({ digit }) => digit).join('');
  if (joined(digits) === joined(entry.reading.numbers[number].digits)) entry.corrections.delete(number);
  else entry.corrections.set(number, digits);
}

/** Notes that a digit should be another. */
export function correct(entry, number, place, digit) {
  note(entry, number, noted(entry, number).map((other, i) => (i === place ? { ...other, digit } : other)));
}

/** Notes that a digit is missing before this place; `behind` where it belongs to the digit before, and not to a sign after that. */
export function insert(entry, number, place, digit, behind) {
  const digits = noted(entry, number);
  note(entry, number, [...digits.slice(0, place), { digit, from: null, behind: Boolean(behind) }, ...digits.slice(place)]);
}

/** Notes that there is no such digit; the last one of a number stays. */
export function remove(entry, number, place) {
  const digits = noted(entry, number);
  if (digits.length > 1) note(entry, number, digits.filter((_, i) => i !== place));
}

/** Takes all corrections of a number back. */
export const asRead = (entry, number) => entry.corrections.delete(number);

/**
 * The numbers as they should be: `text`, `value` and `digit` are corrected, `read` is what the service said. A digit that was
 * put in has neither `read` nor `box`. `parts` are the digits and signs of the text, in their order.
 */
export function corrected(entry) {
  return entry.reading.numbers.map((number, index) => {
    const all = noted(entry, index);
    const digits = all.map(({ digit, from }) => {
      if (from === null) return { digit, read: null, confidence: null, box: null, corrected: true };
      const read = number.digits[from];
      return { ...read, digit, read: read.digit, corrected: digit !== read.digit };
    });
    const parts = withSigns(digits, all, number.signs ?? []);
    const isCorrected = entry.corrections.has(index);
    const read = number.text ?? number.value;
    const value = isCorrected ? digits.map(({ digit }) => digit).join('') : number.value;
    const text = isCorrected ? parts.map(({ sign, digit }) => sign ?? digit).join('') : read;
    return { ...number, digits, parts, value, text, read, corrected: isCorrected };
  });
}

/** The digits with the signs between them: a sign stays before the digit that it was read before, or at its end of the number. */
function withSigns(digits, all, signs) {
  const placed = signs.map((sign) => ({ ...sign, place: placeOf(sign, all) }));
  const at = (place) => placed.filter((sign) => sign.place === place);
  return [...digits.flatMap((digit, place) => [...at(place), digit]), ...at(digits.length)];
}

function placeOf({ before }, all) {
  if (before === 0) return 0;
  const next = all.findIndex(({ from }) => from !== null && from >= before);
  let place = next < 0 ? all.length : next;
  while (next > 0 && place > 0 && all[place - 1].from === null && !all[place - 1].behind) place--;
  return place;
}

/**
 * Notes what a number is as a whole. Gives whether digits alone tell it, with the signs that were read where they were read; else
 * nothing is noted.
 */
function retype(entry, number, text) {
  const before = entry.corrections.get(number);
  const read = entry.reading.numbers[number].digits;
  const typed = [...text.replaceAll(/\D/g, '')].map(Number);
  if (!typed.length) return false;
  let first = 0;
  while (first < Math.min(read.length, typed.length) && read[first].digit === typed[first]) first++;
  const shorter = Math.min(read.length, typed.length);
  let last = 0;
  while (last < shorter - first && read.at(-1 - last).digit === typed.at(-1 - last)) last++;
  const from = (i) => (i >= typed.length - last ? i + read.length - typed.length : i < read.length - last ? i : null);
  note(entry, number, typed.map((digit, i) => ({ digit, from: from(i) })));
  if (corrected(entry)[number].text === text) return true;
  if (before) entry.corrections.set(number, before);
  else entry.corrections.delete(number);
  return false;
}

const keyOf = (table, { row, column }) => `${table}:${row}:${column}`;

/**
 * Notes what a cell's text should be: as its number's, where it has one and digits alone tell it, else as the cell's own. A text that
 * is as it was read says that somebody has looked at it.
 */
export function correctCell(entry, table, cell, text) {
  const isAsRead = text === cell.numbers.map((number) => corrected(entry)[number].text).join(' ');
  if (!isAsRead && cell.numbers.length === 1 && retype(entry, cell.numbers[0], text)) entry.cells.delete(keyOf(table, cell));
  else entry.cells.set(keyOf(table, cell), text);
}

/** A cell as it should be, `unsure` where a person should look at it. */
export function cellOf(entry, table, cell, numbers) {
  const own = cell.numbers.map((number) => numbers[number]);
  const read = own.map(({ text }) => text).join(' ');
  const typed = entry.cells.get(keyOf(table, cell));
  const isTyped = typed !== undefined;
  return {
    ...cell,
    text: typed ?? read,
    unsure: !isTyped && own.some(needsChecking),
    corrected: (isTyped && typed !== read) || own.some((number) => number.corrected),
  };
}

/** Whether a person should still look at a number. */
export const needsChecking = (number) => !number.certain && !number.corrected;

/** The digit that most of an uncertain number's doubt is about, if there is one: it may also be about the cuts. */
export function weakest(number) {
  if (!needsChecking(number) || number.digits.length < 2) return null;
  const least = number.digits.reduce((low, digit) => (digit.confidence < low.confidence ? digit : low));
  return 1 - least.confidence >= (1 - number.confidence) / 2 ? least : null;
}
