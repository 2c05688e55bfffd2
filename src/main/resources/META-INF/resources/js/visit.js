import { corrected, needsChecking } from './corrections.js';
import { $, el } from './dom.js';
import { texts } from './texts.js';

const THUMBNAIL = 112;
let inSight = null; // the entry that the list was last scrolled to

/** A picture of this visit; nothing of it is kept anywhere but in this tab. */
export class Entry {
  state = 'waiting'; // reading, done, problem
  sent = 0;
  reading = null;
  problem = null;
  corrections = new Map();
  cells = new Map(); // texts of tables' cells that are no number's
  thumbnail = null;
  explained = null;
  controller = null;
  key = null; // under which it is kept, and the file that is
  kept = null;

  constructor(file, options) {
    this.file = file;
    this.options = options;
  }
}

/** The list of this visit's pictures; `show` gets the one that was chosen. */
export function drawVisit(entries, current, show) {
  $('#visit').hidden = !entries.length;
  const done = entries.some((entry) => entry.state === 'done');
  for (const id of ['#csv', '#json']) $(id).disabled = !done;
  const list = $('#entries');
  const focused = [...list.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
  list.replaceChildren(...entries.map((entry) => item(entry, entry === current, show)).reverse());
  if (focused >= 0) list.querySelectorAll('button')[focused]?.focus();
  if (current !== inSight) bringIntoSight(list);
  inSight = current;
}

/** Scrolls the list, never the page, and not while the same picture is shown: somebody may be looking for another one. */
function bringIntoSight(list) {
  const row = list.querySelector('[aria-current]')?.getBoundingClientRect();
  const { top, bottom } = list.getBoundingClientRect();
  if (row) list.scrollTop += Math.min(0, row.top - top) + Math.max(0, row.bottom - bottom);
}

function item(entry, isCurrent, show) {
  const button = el('button', { type: 'button', class: 'entry', 'data-reading': entry.state },
    entry.thumbnail ?? el('span', { class: 'thumbnail' }),
    el('span', { class: 'entry-said' }, ...said(entry)),
    el('span', { class: 'quiet entry-name' }, entry.file.name));
  if (isCurrent) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', () => show(entry));
  return el('li', {}, button);
}

function said(entry) {
  if (entry.state === 'waiting') return [texts.waiting];
  if (entry.state === 'reading') return [texts.reading];
  if (entry.state === 'problem') return [el('span', { class: 'bad' }, texts.problemIn)];
  const numbers = corrected(entry);
  const unsure = numbers.filter(needsChecking).length;
  return [
    el('span', { class: 'entry-values' }, numbers.map((number) => number.text).join(', ') || texts.count(0)),
    unsure > 0 && el('span', { class: 'warn' }, ` ? ${texts.unsureCount(unsure)}`),
    numbers.some((number) => number.corrected) && el('span', { class: 'fixed' }, ` ✎ ${texts.correctedMark}`),
  ];
}

/** A small copy of the picture, so that the list does not hold large ones. */
export async function thumbnail(file) {
  const picture = await createImageBitmap(file, { resizeHeight: THUMBNAIL, resizeQuality: 'medium' }).catch(() => null);
  if (!picture) return null;
  const side = Math.min(picture.width, 1.5 * THUMBNAIL);
  const canvas = el('canvas', { class: 'thumbnail', width: side, height: THUMBNAIL, 'aria-hidden': 'true' });
  canvas.getContext('2d').drawImage(picture, (side - picture.width) / 2, 0);
  picture.close();
  return canvas;
}
