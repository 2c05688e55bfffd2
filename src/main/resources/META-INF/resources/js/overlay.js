import { needsChecking, weakest } from './corrections.js';
import { el, styled } from './dom.js';
import { texts } from './texts.js';

/** Marks what was found over the picture; places are shares of it, so the marks hold at any size. */
export function drawOverlay(layer, reading, numbers) {
  const { image, unread = [] } = reading;
  const isShown = onShownPage(reading);
  const boxes = numbers.filter(isShown).map((number) => number.box);
  layer.replaceChildren(
    ...unread.filter(isShown).map((other) => unreadMark(other, image)),
    ...numbers.map((number, index) => isShown(number) && numberMark(number, index, image, roomAbove(number.box, boxes, image))).filter(Boolean));
}

/** Tells what stands on the page that a browser shows of a document, which is the first one that was read. */
export function onShownPage({ pages = [] }) {
  const shown = pages[0]?.page;
  return ({ page = shown }) => page === shown;
}

/** How far the number over this one is: its digits must be seen below this one's labels. */
export function roomAbove(box, boxes, image) {
  const over = boxes.filter((other) => other.y < box.y && other.x < box.x + box.width && box.x < other.x + other.width);
  return Math.max(0, Math.min(image.width, ...over.map((other) => box.y - other.y - other.height)));
}

function numberMark(number, index, image, room) {
  const kind = `mark${needsChecking(number) ? ' unsure' : ''}${number.corrected ? ' corrected' : ''}`;
  const mark = el('div', { class: kind, 'data-number': index });
  const tallest = Math.max(...number.digits.map((digit) => digit.box?.height ?? 0));
  styled(mark, { ...place(number.box, { x: 0, y: 0, ...image }), '--height': (100 * tallest) / image.width, '--room': (100 * room) / image.width });
  const weak = weakest(number);
  for (const [position, digit] of number.digits.entries()) {
    const kinds = `${digit === weak ? 'weak' : ''} ${digit.corrected ? 'put-right' : ''}`.trim();
    const at = { 'data-number': index, 'data-digit': position };
    if (digit.box) mark.append(styled(el('i', { class: kinds, ...at }), place(digit.box, number.box)));
    const middle = percent(middleOf(number, position) - number.box.x, number.box.width);
    mark.append(styled(el('b', { class: kinds, ...at }, String(digit.digit)), { left: middle }));
  }
  for (const { sign, box } of number.signs ?? []) {
    mark.append(styled(el('i', { class: 'sign' }), place(box, number.box)));
    const middle = percent(box.x + box.width / 2 - number.box.x, number.box.width);
    mark.append(styled(el('b', { class: 'sign' }, sign), { left: middle }));
  }
  return mark;
}

/** Handwriting that is in no number; pointing at it tells why. */
function unreadMark({ box, reason }, image) {
  return styled(el('div', { class: 'unread', title: texts.unreadReasons[reason] ?? reason }), place(box, { x: 0, y: 0, ...image }));
}

/** Across the picture; a digit that was put in stands between its neighbours, or at the number's end. */
function middleOf({ digits, box }, position) {
  const own = digits[position].box;
  if (own) return own.x + own.width / 2;
  const isBoxed = (digit) => digit.box;
  const before = digits.slice(0, position).findLast(isBoxed)?.box;
  const after = digits.slice(position).find(isBoxed)?.box;
  return ((before ? before.x + before.width : box.x) + (after?.x ?? box.x + box.width)) / 2;
}

const percent = (part, all) => `${(100 * part) / all}%`;

function place(box, within) {
  return {
    left: percent(box.x - within.x, within.width),
    top: percent(box.y - within.y, within.height),
    width: percent(box.width, within.width),
    height: percent(box.height, within.height),
  };
}
