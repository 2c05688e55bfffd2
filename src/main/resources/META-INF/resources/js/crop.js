import { el } from './dom.js';

/** The digit cut out of the picture as a square, its neighbours faded; `pixels` is the square's side. */
export function crop(picture, box, image, pixels = 96) {
  const canvas = el('canvas', { class: 'crop', width: pixels, height: pixels, 'aria-hidden': 'true' });
  const pen = canvas.getContext('2d');
  const side = 1.25 * Math.max(box.width, box.height);
  const corner = { x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2 };
  const toPicture = (picture.naturalWidth ?? picture.width) / image.width;
  const toCanvas = pixels / side;
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
