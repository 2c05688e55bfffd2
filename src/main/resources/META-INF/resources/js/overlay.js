import { el, styled } from './dom.js';

/** Marks what was found over the picture; places are shares of it, so the marks hold at any size. */
export function drawOverlay(layer, { image, numbers }) {
  layer.replaceChildren(...numbers.map((number, index) => numberMark(number, index, image)));
}

function numberMark(number, index, image) {
  const mark = el('div', { class: number.certain ? 'mark' : 'mark unsure', 'data-number': index });
  const tallest = Math.max(...number.digits.map((digit) => digit.box.height));
  styled(mark, { ...place(number.box, whole(image)), '--height': (100 * tallest) / image.width });
  for (const digit of number.digits) {
    mark.append(styled(el('i'), place(digit.box, number.box)));
    mark.append(styled(el('b', {}, String(digit.digit)), { left: middle(digit.box, number.box) }));
  }
  return mark;
}

const whole = (image) => ({ x: 0, y: 0, width: image.width, height: image.height });
const percent = (part, all) => `${(100 * part) / all}%`;
const middle = (box, within) => percent(box.x + box.width / 2 - within.x, within.width);

function place(box, within) {
  return {
    left: percent(box.x - within.x, within.width),
    top: percent(box.y - within.y, within.height),
    width: percent(box.width, within.width),
    height: percent(box.height, within.height),
  };
}
