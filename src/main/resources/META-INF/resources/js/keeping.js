import { Problem } from './api.js';
import { Entry } from './visit.js';

/*
 * The visit outlives a reload of the page: it is kept in the tab's session storage, which the browser drops with the tab.
 * There is room for some megabytes: large pictures are kept as a smaller copy, and the oldest ones go first.
 */
const ORDER = 'visit';
const KEPT_WHOLE_BYTES = 700_000;
const COPY_SIDE = 1600;
const dataOf = (key) => `visit.${key}`;
const pictureOf = (key) => `visit.${key}.picture`;

const order = () => JSON.parse(sessionStorage.getItem(ORDER) ?? '[]');

/** Keeps what is known of an entry; where the browser keeps nothing the page works as well, but for a reload. */
export async function keep(entry) {
  try {
    const keys = order();
    entry.key ??= 1 + Math.max(0, ...keys);
    if (!keys.includes(entry.key)) sessionStorage.setItem(ORDER, JSON.stringify([...keys, entry.key]));
    const { state, options, reading, problem, file } = entry;
    put(dataOf(entry.key), JSON.stringify({
      state, options, reading, name: file.name, type: file.type, corrections: [...entry.corrections], cells: [...entry.cells],
      problem: problem && { detail: problem.message, title: problem.title, id: problem.id, status: problem.status },
    }));
    if (entry.kept === file) return;
    entry.kept = file;
    const address = await dataUrl(file);
    const isStill = entry.kept === file && order().includes(entry.key);
    if (address && isStill) put(pictureOf(entry.key), address);
  } catch (failure) {
    onlyForbidden(failure);
  }
}

/** The entries of the visit before the reload; what was not read by then is to be read now. */
export function kept() {
  try {
    return order().flatMap(entryOf);
  } catch (failure) {
    if (failure instanceof SyntaxError) sessionStorage.removeItem(ORDER); // what was kept is spoilt
    else onlyForbidden(failure);
    return [];
  }
}

function entryOf(key) {
  const data = JSON.parse(sessionStorage.getItem(dataOf(key)));
  if (!data) return [];
  const { name, type, options, corrections, cells, problem, ...rest } = data;
  const file = fileOf(sessionStorage.getItem(pictureOf(key)), name, type);
  const entry = Object.assign(new Entry(file, options), rest, { key, kept: file, corrections: new Map(corrections), cells: new Map(cells) });
  if (problem) entry.problem = new Problem(problem.detail, problem.title, problem.id, problem.status);
  if (entry.state === 'reading') entry.state = 'waiting';
  return [entry];
}

export function forgetKept() {
  try {
    for (const key of order()) for (const item of [dataOf(key), pictureOf(key)]) sessionStorage.removeItem(item);
    sessionStorage.removeItem(ORDER);
  } catch (failure) {
    onlyForbidden(failure);
  }
}

/** A browser may keep nothing, or no more; any other failure is this page's own. */
function onlyForbidden(failure) {
  if (!(failure instanceof DOMException)) throw failure;
}

/** Makes room by dropping the oldest pictures; their readings stay. */
function put(item, value) {
  for (;;) {
    try {
      return sessionStorage.setItem(item, value);
    } catch (full) {
      const oldest = order().map(pictureOf).find((other) => other !== item && sessionStorage.getItem(other) !== null);
      if (!oldest) throw full;
      sessionStorage.removeItem(oldest);
    }
  }
}

async function dataUrl(file) {
  const small = file.size <= KEPT_WHOLE_BYTES ? file : await copy(file);
  if (!small) return null;
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(small);
  });
}

/** Upright, as the places in the reading are. */
async function copy(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, COPY_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scale * picture.width);
  canvas.height = Math.round(scale * picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}

/** The strict policy allows no fetch of a data address. */
function fileOf(address, name, type) {
  const bytes = address ? atob(address.slice(address.indexOf(',') + 1)) : '';
  const content = Uint8Array.from(bytes, (c) => c.charCodeAt(0));
  return new File(address ? [content] : [], name, { type: address ? address.slice(5, address.indexOf(';')) : type });
}
