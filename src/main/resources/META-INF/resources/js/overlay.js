import { needsChecking, weakest } from './corrections.js';
import { el, styled } from './dom.js';

/** Marks what was found over the picture; places are shares of it, so the marks hold at any size. */
export function drawOverlay(layer, image, numbers) {
  layer.replaceChildren(...numbers.map((number, index) => numberMark(number, index, image)));
}

function numberMark(number, index, image) {
  const kind = `mark${needsChecking(number) ? ' unsure' : ''}${number.corrected ? ' corrected' : ''}`;
  const mark = el('div', { class: kind, 'data-number': index });
  const tallest = Math.max(...number.digits.map((digit) => digit.box.height));
  styled(mark, { ...place(number.box, { x: 0, y: 0, ...image }), '--height': (100 * tallest) / image.width });
  const weak = weakest(number);
  for (const [position, digit] of number.digits.entries()) {
    const kinds = `${digit === weak ? 'weak' : ''} ${digit.corrected ? 'put-right' : ''}`.trim();
    const at = { 'data-number': index, 'data-digit': position };
    mark.append(styled(el('i', { class: kinds, ...at }), place(digit.box, number.box)));
    const middle = percent(digit.box.x + digit.box.width / 2 - number.box.x, number.box.width);
    mark.append(styled(el('b', { class: kinds, ...at }, String(digit.digit)), { left: middle }));
  }
  return mark;
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
