import { corrected, needsChecking } from './corrections.js';
import { el } from './dom.js';
import { onShownPage, roomAbove } from './overlay.js';
import { texts } from './texts.js';

const COLUMNS = ['picture', 'page', 'text', 'value', 'read', 'corrected', 'confidence', 'certain', 'x', 'y', 'width', 'height', 'problem'];
const LABEL = 1.2; // a label's height, in that of its letters

/** A row for each number of the visit, and one for each picture that has none. */
export function downloadCsv(entries) {
  const rows = all(entries).flatMap(({ picture, numbers, problem }) =>
    numbers?.length
      ? numbers.map(({ box, ...number }) => ({ picture, ...number, ...box }))
      : [{ picture, problem: problem ?? '' }]);
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))];
  save(lines.map((line) => line.map(field).join(',')).join('\r\n') + '\r\n', 'text/csv', 'numbers.csv');
}

/** The rows of one table, as they should be. */
export function downloadTable(entry, rows) {
  save(rows.map((row) => row.map(field).join(',')).join('\r\n') + '\r\n', 'text/csv', entry.file.name.replace(/\.[^.]*$/, '') + texts.tableSuffix);
}

/** The same as JSON, with every digit. */
export function downloadJson(entries) {
  save(`${JSON.stringify(all(entries), null, 2)}\n`, 'application/json', 'numbers.json');
}

function all(entries) {
  return entries.filter(({ state }) => state === 'done' || state === 'problem').map((entry) =>
    entry.state === 'done'
      ? { picture: entry.file.name, numbers: corrected(entry).map(plain) }
      : { picture: entry.file.name, problem: entry.problem.message });
}

const plain = ({ page = 1, text, value, read, corrected: isCorrected, confidence, certain, box, digits, signs = [] }) => ({
  page, text, value, read, corrected: isCorrected, confidence, certain, box,
  digits: digits.map(({ digit, read: was, confidence: sure, box: place }) => ({ digit, read: was, confidence: sure, box: place })),
  signs,
});

/**
 * Quoted where it must be. What a spreadsheet would take for a formula is made text, as file names come from anywhere; a
 * negative number is none.
 */
export function field(value) {
  const isNumber = /^-[$€£]?[\d.,]+%?$/.test(value);
  const text = isNumber ? value : String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The picture with what was found, and what was corrected, drawn on it. */
export function downloadAnnotated(entry, picture) {
  const canvas = el('canvas', { width: picture.naturalWidth, height: picture.naturalHeight });
  const pen = canvas.getContext('2d');
  pen.drawImage(picture, 0, 0);
  pen.lineWidth = Math.max(2, Math.max(canvas.width, canvas.height) / 400);
  const isShown = onShownPage(entry.reading);
  const numbers = corrected(entry).filter(isShown);
  const { image } = entry.reading;
  const boxes = numbers.map((number) => number.box);
  for (const { box } of (entry.reading.unread ?? []).filter(isShown)) annotateUnread(pen, box, canvas.width / image.width);
  for (const number of numbers) annotate(pen, number, canvas.width / image.width, roomAbove(number.box, boxes, image));
  canvas.toBlob((blob) => save(blob, 'image/png', entry.file.name.replace(/\.[^.]*$/, '') + texts.annotatedSuffix));
}

/** Thin, dashed and grey: it is in no number. */
function annotateUnread(pen, box, scale) {
  pen.save();
  pen.lineWidth /= 2;
  pen.strokeStyle = '#5a6273';
  pen.setLineDash([3 * pen.lineWidth, 3 * pen.lineWidth]);
  pen.strokeRect(...['x', 'y', 'width', 'height'].map((side) => box[side] * scale));
  pen.restore();
}

function annotate(pen, number, scale, room) {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => number.box[side] * scale);
  const unsure = needsChecking(number);
  const air = 2.5 * pen.lineWidth; // to the outer edge of the outline
  pen.strokeStyle = pen.fillStyle = unsure ? '#9a4d00' : '#2344c4';
  pen.setLineDash(unsure ? [4 * pen.lineWidth, 3 * pen.lineWidth] : []);
  pen.strokeRect(x - 2 * pen.lineWidth, y - 2 * pen.lineWidth, width + 4 * pen.lineWidth, height + 4 * pen.lineWidth);
  const label = number.text + (unsure ? ' ?' : '') + (number.corrected ? ' ✎' : '');
  const fitting = Math.min(y - air, room * scale - 2 * air) / LABEL;
  const size = Math.max(5 * pen.lineWidth, Math.min(0.5 * height, pen.canvas.width / 16, fitting));
  pen.font = `600 ${size}px sans-serif`;
  const top = Math.max(0, y - air - LABEL * size);
  pen.fillRect(x - air, top, pen.measureText(label).width + 0.5 * size, LABEL * size);
  pen.fillStyle = '#fff';
  pen.textBaseline = 'middle';
  pen.fillText(label, x - air + 0.25 * size, top + (LABEL * size) / 2);
}

function save(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
