import { copyButton } from './copying.js';
import { needsChecking, weakest } from './corrections.js';
import { crop } from './crop.js';
import { el, styled } from './dom.js';
import { onShownPage } from './overlay.js';
import { texts } from './texts.js';

/** A number of this many digits stands alone in large type. */
const LARGE_DIGITS = 8;

/** What the page says of a reading: a heading, each number, and how it was read. */
export function results(reading, numbers, picture) {
  const written = numbers.map((number) => number.text);
  const unsure = numbers.filter(needsChecking).length;
  const heading = el('h2', {}, texts.count(numbers.length));
  if (numbers.length > 1 && unsure) heading.append(', ', el('span', { class: 'warn' }, texts.unsureCount(unsure)));
  const head = el('div', { class: 'results-head' }, heading);
  if (numbers.length > 1) head.append(copyButton(written.join('\n'), texts.copyAll, texts.copyAll));
  const large = numbers.length === 1 && written[0].length <= LARGE_DIGITS;
  const body = numbers.length
    ? el('ol', { class: large ? 'numbers large' : 'numbers' },
        ...numbers.map((number, index) => numberItem(number, index, { ...reading, picture: onShownPage(reading)(number) ? picture : null })))
    : el('p', { class: 'nothing' }, texts.nothing);
  const hint = numbers.length ? el('p', { class: 'quiet hint' }, texts.digitHint) : null;
  const unread = reading.unread?.length ? el('p', { class: 'quiet unread-count' }, texts.unreadCount(reading.unread.length)) : null;
  const warnings = (reading.warnings ?? []).map(({ text }) => el('p', { class: 'quiet' }, text));
  return [head, body, unread, ...warnings, hint, el('p', { class: 'quiet footer' }, texts.footer(reading))].filter(Boolean);
}

/** One sentence for those who hear the page. */
export function announcement(numbers) {
  if (!numbers.length) return `${texts.count(0)}. ${texts.nothing}`;
  return texts.announce(numbers.map((number) => number.text), numbers.filter(needsChecking).length);
}

function numberItem(number, index, reading) {
  const kind = `number${needsChecking(number) ? ' unsure' : ''}${number.corrected ? ' corrected' : ''}`;
  const open = needsChecking(number) || reading.numbers.length === 1;
  return el('li', { class: kind, 'data-number': index },
    el('div', { class: 'number-head' },
      value(number, index),
      reading.pages?.length > 1 && el('span', { class: 'quiet page-number' }, texts.page(number.page)),
      copyButton(number.text, texts.copy, texts.copyOf(number.text))),
    el('p', { class: 'sureness' }, sureness(number)),
    number.corrected && el('button', { type: 'button', class: 'button small as-read', 'data-number': index }, texts.asRead(number.read)),
    doubt(number),
    runnersUp(number),
    el('details', { open, class: 'breakdown' },
      el('summary', {}, texts.digitByDigit),
      el('ol', { class: 'digits' }, ...number.digits.map((digit, place) => cell(digit, number, { index, place, reading })))));
}

function sureness(number) {
  if (number.corrected) return texts.corrected(number.read);
  const share = texts.percent(number.confidence);
  return number.certain ? texts.certain(share) : texts.uncertain(share);
}

/** The number as it is written: each digit can be pointed at; the tab key stops at the first only, arrows lead on. */
function value(number, index) {
  const group = el('div', { class: 'value', role: 'group', 'aria-label': texts.numberName(number.text, sureness(number)) });
  styled(group, { '--digits': number.parts.length });
  const weak = weakest(number);
  for (const part of number.parts) {
    if (part.sign) {
      group.append(el('span', { class: 'sign' }, part.sign));
      continue;
    }
    const digit = part;
    const place = number.digits.indexOf(digit);
    const kinds = `${digit === weak ? 'weak' : ''} ${digit.corrected ? 'put-right' : ''}`.trim();
    group.append(el('span', {
      class: kinds, role: 'button', tabIndex: place ? -1 : 0, 'aria-haspopup': 'dialog',
      'aria-label': texts.digitName(digit, place + 1, number.digits.length), 'data-number': index, 'data-digit': place,
    }, String(digit.digit)));
  }
  return group;
}

function doubt(number) {
  const weak = weakest(number);
  return weak && el('p', { class: 'weakest' }, texts.weakest(number.digits.indexOf(weak) + 1, weak.digit));
}

function runnersUp({ alternatives = [], corrected }) {
  const worthy = alternatives.filter(({ confidence }) => texts.worthSaying(confidence)).slice(0, 3);
  if (!worthy.length || corrected) return null;
  const items = worthy.map((other) =>
    el('li', {}, el('span', { class: 'runner-up' }, other.text ?? other.value), ` ${texts.percent(other.confidence)}`));
  return el('div', { class: 'runners-up' }, el('p', {}, texts.couldBe), el('ul', {}, ...items));
}

/** A digit as written, as read, and how sure. */
function cell(digit, number, { index, place, reading }) {
  const kinds = `digit${digit === weakest(number) ? ' weak' : ''}${digit.corrected ? ' put-right' : ''}`;
  return el('li', { class: kinds, 'data-number': index, 'data-digit': place },
    reading.picture && (digit.box ? crop(reading.picture, digit.box, reading.image) : el('span', { class: 'crop' })),
    el('span', { class: 'read' }, String(digit.digit)),
    styled(el('span', { class: 'sure-bar', 'aria-hidden': 'true' }), { '--share': digit.corrected ? 1 : digit.confidence }),
    el('span', { class: 'share' }, digit.corrected ? texts.correction(digit) : texts.percent(digit.confidence)));
}
