import { texts } from './texts.js';

const LARGEST = 8;
const STEP = 1.5;
const $ = (selector) => document.querySelector(selector);

let address = null;
let latest = null; // what is to be shown: a picture that takes its time may be overtaken
let zoom = 1;

/**
 * Shows the picture, turned clockwise by so many degrees; gives the image once it can be drawn from, null if the browser cannot
 * show it, or undefined if another picture took its place meanwhile. Never rejects.
 */
export async function showPicture(file, rotation = 0) {
  const image = $('#shown');
  const own = (latest = Symbol());
  $('#name').textContent = file.name;
  image.alt = texts.shown(file.name);
  zoomTo(1);
  let visible = await load(image, file);
  if (visible && rotation && own === latest) {
    const turned = await turn(image, rotation);
    // Upright boxes on a picture that lies on its side would mark nothing: then it is not shown.
    if (own === latest) visible = Boolean(turned) && (await load(image, turned));
  }
  if (own !== latest) return undefined;
  $('.viewport').hidden = !visible;
  $('.unshown').hidden = visible;
  if (!visible) return null;
  $('.frame').style.setProperty('--aspect', image.naturalWidth / image.naturalHeight);
  $('.frame').style.setProperty('--natural', `${image.naturalWidth}px`);
  return image;
}

/** Gives whether the browser can show it. */
function load(image, blob) {
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(blob);
  image.src = address;
  return image.decode().then(() => true, () => false);
}

/** A turned copy; null if it is too large for a canvas of this browser. */
function turn(image, rotation) {
  const sides = [image.naturalWidth, image.naturalHeight];
  const [width, height] = rotation % 180 ? sides.toReversed() : sides;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  pen.translate(width / 2, height / 2);
  pen.rotate((rotation * Math.PI) / 180);
  pen.drawImage(image, -sides[0] / 2, -sides[1] / 2);
  return new Promise((resolve) => canvas.toBlob(resolve));
}

/** Zoom by buttons, keys, wheel and two fingers; pan by dragging, scroll bars and arrow keys. */
export function makeZoomable() {
  $('#zoom-in').addEventListener('click', () => zoomTo(zoom * STEP));
  $('#zoom-out').addEventListener('click', () => zoomTo(zoom / STEP));
  $('#zoom-fit').addEventListener('click', () => zoomTo(1));
  const viewport = $('.viewport');
  viewport.addEventListener('keydown', (event) => {
    const to = { '+': zoom * STEP, '=': zoom * STEP, '-': zoom / STEP, 0: 1 }[event.key];
    if (to && !event.ctrlKey && !event.metaKey) zoomTo(to);
  });
  viewport.addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomTo(zoom * Math.exp(-event.deltaY / 300), event);
  }, { passive: false });
  pan(viewport);
}

/** Keeps the place under the pointer where it is, or the middle. */
function zoomTo(wanted, pointer) {
  const viewport = $('.viewport');
  const to = Math.max(1, Math.min(LARGEST, wanted));
  const frame = $('.frame').getBoundingClientRect();
  const view = viewport.getBoundingClientRect();
  const at = { x: pointer?.clientX ?? view.x + view.width / 2, y: pointer?.clientY ?? view.y + view.height / 2 };
  const share = { x: (at.x - frame.x) / frame.width, y: (at.y - frame.y) / frame.height };
  // The picture grows inside its place on the page; without this the place would grow with it.
  if (zoom === 1 && to > 1) viewport.style.setProperty('height', `${viewport.offsetHeight}px`);
  if (to === 1) viewport.style.removeProperty('height');
  zoom = to;
  $('.frame').style.setProperty('--zoom', zoom);
  viewport.classList.toggle('zoomed', zoom > 1);
  const now = $('.frame').getBoundingClientRect();
  viewport.scrollLeft += now.x + share.x * now.width - at.x;
  viewport.scrollTop += now.y + share.y * now.height - at.y;
  $('#zoom-level').textContent = texts.zoomLevel(zoom);
}

function pan(viewport) {
  const fingers = new Map();
  let apart = 0;
  viewport.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event);
    apart = distance(fingers);
  });
  viewport.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, event);
    if (fingers.size === 2) {
      const now = distance(fingers);
      if (apart) zoomTo((zoom * now) / apart, event);
      apart = now;
    } else if (event.pointerType === 'mouse' && zoom > 1) { // fingers and pens scroll by themselves
      viewport.scrollLeft -= event.clientX - before.clientX;
      viewport.scrollTop -= event.clientY - before.clientY;
    }
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    viewport.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
  }
}

function distance(fingers) {
  if (fingers.size !== 2) return 0;
  const [one, other] = [...fingers.values()];
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
