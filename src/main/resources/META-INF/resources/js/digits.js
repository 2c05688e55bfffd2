import { el, styled } from './dom.js';
import { texts } from './texts.js';

const CROP_PIXELS = 96;

/** A number digit by digit: as written, as read, how sure, what else. */
export function digitStrip(number, { image, picture }) {
  const weak = weakest(number);
  return el('ol', { class: 'digits' }, ...number.digits.map((digit) => cell(digit, digit === weak, image, picture)));
}

/** The digit that most of an uncertain number's doubt is about, if there is one: it may also be about the cuts. */
export function weakest({ digits, certain, confidence }) {
  if (certain || digits.length < 2) return null;
  const least = digits.reduce((low, digit) => (digit.confidence < low.confidence ? digit : low));
  return 1 - least.confidence >= (1 - confidence) / 2 ? least : null;
}

function cell({ digit, confidence, box, alternatives = [] }, weak, image, picture) {
  return el('li', { class: weak ? 'digit weak' : 'digit' },
    picture ? crop(picture, box, image) : null,
    el('span', { class: 'read' }, String(digit)),
    styled(el('span', { class: 'sure-bar', 'aria-hidden': 'true' }), { '--share': confidence }),
    el('span', { class: 'share' }, texts.percent(confidence)),
    ...alternatives
      .filter((other) => texts.worthSaying(other.confidence))
      .map((other) => el('span', { class: 'else' }, texts.orElse(other.digit, texts.percent(other.confidence)))));
}

/** The digit cut out of the picture as a square, its neighbours faded. */
function crop(picture, box, image) {
  const canvas = el('canvas', { width: CROP_PIXELS, height: CROP_PIXELS, 'aria-hidden': 'true' });
  const pen = canvas.getContext('2d');
  const side = 1.25 * Math.max(box.width, box.height);
  const corner = { x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2 };
  const toPicture = picture.naturalWidth / image.width;
  const toCanvas = CROP_PIXELS / side;
  const draw = (x, y, width, height) =>
    pen.drawImage(picture, x * toPicture, y * toPicture, width * toPicture, height * toPicture,
      (x - corner.x) * toCanvas, (y - corner.y) * toCanvas, width * toCanvas, height * toCanvas);
  const air = 0.06 * side;
  pen.globalAlpha = 0.4;
  draw(corner.x, corner.y, side, side);
  pen.globalAlpha = 1;
  draw(box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air);
  return canvas;
}
