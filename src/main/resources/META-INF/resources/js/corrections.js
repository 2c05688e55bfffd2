/*
 * What a person has put right. It is kept beside the reading and never in it, so that both can be told: what was read, and
 * what it should be.
 */

/** Notes that a digit should be another; noting what was read takes the correction back. */
export function correct(entry, number, place, digit) {
  const key = `${number}.${place}`;
  if (entry.reading.numbers[number].digits[place].digit === digit) entry.corrections.delete(key);
  else entry.corrections.set(key, digit);
}

/** The numbers as they should be: `value` and `digit` are corrected, `read` is what the service said. */
export function corrected({ reading, corrections }) {
  return reading.numbers.map((number, index) => {
    const digits = number.digits.map((digit, place) => {
      const right = corrections.get(`${index}.${place}`) ?? digit.digit;
      return { ...digit, digit: right, read: digit.digit, corrected: right !== digit.digit };
    });
    const value = digits.map(({ digit }) => digit).join('');
    return { ...number, digits, value, read: number.value, corrected: digits.some((digit) => digit.corrected) };
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
