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
  const value = digits.map(({ digit }) => digit).join('');
  if (value === entry.reading.numbers[number].value) entry.corrections.delete(number);
  else entry.corrections.set(number, digits);
}

/** Notes that a digit should be another. */
export function correct(entry, number, place, digit) {
  note(entry, number, noted(entry, number).map((other, i) => (i === place ? { ...other, digit } : other)));
}

/** Notes that a digit is missing before this place. */
export function insert(entry, number, place, digit) {
  const digits = noted(entry, number);
  note(entry, number, [...digits.slice(0, place), { digit, from: null }, ...digits.slice(place)]);
}

/** Notes that there is no such digit; the last one of a number stays. */
export function remove(entry, number, place) {
  const digits = noted(entry, number);
  if (digits.length > 1) note(entry, number, digits.filter((_, i) => i !== place));
}

/** Takes all corrections of a number back. */
export const asRead = (entry, number) => entry.corrections.delete(number);

/**
 * The numbers as they should be: `value` and `digit` are corrected, `read` is what the service said. A digit that was put
 * in has neither `read` nor `box`.
 */
export function corrected(entry) {
  return entry.reading.numbers.map((number, index) => {
    const digits = noted(entry, index).map(({ digit, from }) => {
      if (from === null) return { digit, read: null, confidence: null, box: null, corrected: true };
      const read = number.digits[from];
      return { ...read, digit, read: read.digit, corrected: digit !== read.digit };
    });
    const value = digits.map(({ digit }) => digit).join('');
    return { ...number, digits, value, read: number.value, corrected: entry.corrections.has(index) };
  });
}

/** Whether a person should still look at a number. */
export const needsChecking = (number) => !number.certain && !number.corrected;

/** The digit that most of an uncertain number's doubt is about, if there is one: it may also be about the cuts. */
export function weakest(number) {
  if (!needsChecking(number) || number.digits.length < 2) return null;
  const least = number.digits.reduce((low, digit) => (digit.confidence < low.confidence ? digit : low));
  return 1 - least.confidence >= (1 - number.confidence) / 2 ? least : null;
}
