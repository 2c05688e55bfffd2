import { copyButton } from './copying.js';
import { digitStrip, weakest } from './digits.js';
import { el } from './dom.js';
import { texts } from './texts.js';

/** A number of this many digits stands alone in large type. */
const LARGE_DIGITS = 8;

/** What the page says of a reading: a heading, each number, and how it was read. */
export function results(reading, picture) {
  const { numbers } = reading;
  const values = numbers.map((number) => number.value);
  const unsure = unsureOf(numbers);
  const heading = el('h2', {}, texts.count(numbers.length));
  if (numbers.length > 1 && unsure) heading.append(', ', el('span', { class: 'warn' }, texts.unsureCount(unsure)));
  const head = el('div', { class: 'results-head' }, heading);
  if (numbers.length > 1) head.append(copyButton(values.join('\n'), texts.copyAll, texts.copyAll));
  const body = numbers.length
    ? el('ol', { class: numbers.length === 1 && values[0].length <= LARGE_DIGITS ? 'numbers large' : 'numbers' },
        ...numbers.map((number, index) => numberItem(number, index, { ...reading, picture })))
    : el('p', { class: 'nothing' }, texts.nothing);
  return [head, body, el('p', { class: 'quiet footer' }, texts.footer(reading))];
}

/** One sentence for those who hear the page. */
export function announcement({ numbers }) {
  if (!numbers.length) return `${texts.count(0)}. ${texts.nothing}`;
  return texts.announce(numbers.map((number) => number.value), unsureOf(numbers));
}

const unsureOf = (numbers) => numbers.filter((number) => !number.certain).length;

function numberItem(number, index, reading) {
  const share = texts.percent(number.confidence);
  const open = !number.certain || reading.numbers.length === 1;
  return el('li', { class: number.certain ? 'number' : 'number unsure', 'data-number': index, tabIndex: -1 },
    el('div', { class: 'number-head' },
      el('p', { class: 'value' }, number.value),
      copyButton(number.value, texts.copy, texts.copyOf(number.value))),
    el('p', { class: 'sureness' }, number.certain ? texts.certain(share) : texts.uncertain(share)),
    doubt(number),
    runnersUp(number),
    el('details', { open, class: 'breakdown' },
      el('summary', {}, texts.digitByDigit),
      digitStrip(number, reading)));
}

function doubt(number) {
  const weak = weakest(number);
  return weak && el('p', { class: 'weakest' }, texts.weakest(number.digits.indexOf(weak) + 1, weak.digit));
}

function runnersUp({ alternatives = [] }) {
  const worthy = alternatives.filter(({ confidence }) => texts.worthSaying(confidence));
  if (!worthy.length) return null;
  const items = worthy.map(({ value, confidence }) =>
    el('li', {}, el('span', { class: 'runner-up' }, value), ` ${texts.percent(confidence)}`));
  return el('div', { class: 'runners-up' }, el('p', {}, texts.couldBe), el('ul', {}, ...items));
}
