import { el, styled } from './dom.js';
import { texts } from './texts.js';

/** Lines shown at first: a page full of numbers has a hundred. */
const LINES = 12;
/** How wide a column is in the line's pixels, and from when a symbol is likely to be there. */
const COLUMN = 4;
const LIKELY = 0.5;
/** As in the legend: red, green and blue of what the handwriting map sees. */
const COLOURS = { numbers: [35, 68, 196], other: [201, 84, 0] };
const STRENGTH = 0.65;
const section = () => document.querySelector('#how-steps');

/** Empties the section, or says why it is empty. */
export function forgetHow(problem = texts.howWait) {
  section().replaceChildren(el('p', { class: 'quiet' }, problem));
}

/** How a picture was read, step by step; a method without networks has no steps to show. */
export function showHow({ image, lines, steps }, reading) {
  if (!steps) return forgetHow(texts.noSteps);
  const { millis } = steps;
  const frames = lines.flatMap((line) => line.digits).map(({ frame }) => el('img', { src: frame, alt: '', width: 56, height: 56 }));
  section().replaceChildren(el('ol', { class: 'steps' },
    step(texts.stepGrey, millis.decode, shown(steps.gray, texts.stepGrey.title)),
    step(texts.stepMap, millis.map, map(steps), legend()),
    step(texts.stepLines(steps.lines.length), millis.lines,
      shown(steps.gray, texts.stepLines(steps.lines.length).title, boxes(steps.lines, image))),
    step(texts.stepSymbols, millis.recognise, lineLooks(steps.lines)),
    step(texts.stepDigits(frames.length), millis.classify, frames.length ? el('div', { class: 'frames' }, ...frames) : null),
    step(texts.stepText, millis.text, written(reading.lines ?? []))));
  if (!steps.complete) section().prepend(el('p', { class: 'quiet' }, texts.incomplete(steps.lines.length)));
}

function step({ title, text }, millis, ...body) {
  return el('li', { class: 'step' },
    el('div', { class: 'step-head' }, el('h3', {}, title), el('span', { class: 'time' }, texts.millis(millis))),
    el('p', { class: 'quiet' }, text), ...body);
}

function shown(address, name, ...over) {
  return el('div', { class: 'step-picture' }, el('img', { src: address, alt: texts.stepPicture(name) }), ...over);
}

function boxes(lines, image) {
  return el('div', { class: 'line-boxes', 'aria-hidden': 'true' }, ...lines.map(({ box }) => styled(el('i', {}), {
    left: `${(100 * box.x) / image.width}%`, top: `${(100 * box.y) / image.height}%`,
    width: `${(100 * box.width) / image.width}%`, height: `${(100 * box.height) / image.height}%`,
  })));
}

/** The map over the grey picture; it is there once the pictures are decoded. */
function map({ gray, numbers, other }) {
  const canvas = el('canvas', { role: 'img', 'aria-label': texts.stepPicture(texts.stepMap.title) });
  Promise.all([gray, numbers, other].map(decoded)).then(([paper, ...maps]) => {
    Object.assign(canvas, { width: paper.naturalWidth, height: paper.naturalHeight });
    const pen = canvas.getContext('2d');
    pen.drawImage(paper, 0, 0);
    maps.forEach((seen, i) => pen.drawImage(tinted(seen, i ? COLOURS.other : COLOURS.numbers), 0, 0, canvas.width, canvas.height));
    canvas.dataset.drawn = 'true';
  });
  return el('div', { class: 'step-picture' }, canvas);
}

async function decoded(address) {
  const image = el('img', { src: address });
  await image.decode();
  return image;
}

/** A grey picture as a colour that covers as much as the grey is white. */
function tinted(seen, colour) {
  const [red, green, blue] = colour;
  const canvas = el('canvas', { width: seen.naturalWidth, height: seen.naturalHeight });
  const pen = canvas.getContext('2d');
  pen.drawImage(seen, 0, 0);
  const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < picture.data.length; i += 4) {
    picture.data.set([red, green, blue, STRENGTH * picture.data[i]], i);
  }
  pen.putImageData(picture, 0, 0);
  return canvas;
}

function legend() {
  return el('ul', { class: 'legend' }, ...Object.entries(COLOURS).map(([name, colour]) => el('li', {},
    styled(el('span', { class: 'swatch', 'aria-hidden': 'true' }), { background: `rgb(${colour.join(' ')} / ${STRENGTH})` }),
    texts.mapLegend[name])));
}

function lineLooks(lines) {
  const all = el('div', { class: 'looks-of-lines' }, ...lines.slice(0, LINES).map(lineLook));
  if (lines.length > LINES) {
    const more = el('button', { type: 'button', class: 'button small' }, texts.moreLines(lines.length - LINES));
    more.addEventListener('click', () => more.replaceWith(...lines.slice(LINES).map((line, i) => lineLook(line, i + LINES))));
    all.append(more);
  }
  return all;
}

/** A line as the recogniser saw it, and under each place what is written there. */
function lineLook({ image, columns }, index) {
  const name = texts.lineName(index + 1);
  const picture = el('img', { src: image, alt: texts.lineAlt(index + 1) });
  const symbols = el('ol', { class: 'symbols' });
  const look = el('div', { class: 'line-look' }, picture, columns.length ? symbols : el('p', { class: 'quiet' }, texts.noSymbols));
  decoded(image).then(({ naturalWidth }) => {
    styled(look, { '--width': naturalWidth });
    const there = places(columns);
    styled(symbols, { '--others': Math.max(0, ...there.map((one) => one.symbols.length - 1)) });
    symbols.append(...there.map(symbolsAt));
  });
  return el('div', { class: 'line-scroll', tabIndex: 0, role: 'region', 'aria-label': name }, el('p', { class: 'quiet' }, name), look);
}

/**
 * Neighbouring columns that say the same are one place, and so is an unlikely one beside it; each with all that is said there,
 * the likeliest first.
 */
function places(columns) {
  const found = [];
  for (const column of columns) {
    const last = found.at(-1);
    const [best] = column.symbols;
    const beside = last && column.x - last.end <= COLUMN;
    const unlikely = beside && Math.min(best.probability, last.symbols[0].probability) < LIKELY;
    if (beside && (unlikely || best.symbol === last.symbols[0].symbol)) {
      last.end = column.x;
      last.columns.push(column);
      last.symbols = likeliest(last.columns);
    } else found.push({ end: column.x, columns: [column], symbols: column.symbols });
  }
  return found.map(({ columns: own, symbols }) => ({ x: middle(own, symbols[0].symbol), symbols }));
}

/** Each symbol of some columns with the most that any of them gives it. */
function likeliest(columns) {
  const most = new Map();
  for (const { symbol, probability } of columns.flatMap(({ symbols }) => symbols)) {
    most.set(symbol, Math.max(probability, most.get(symbol) ?? 0));
  }
  return [...most].map(([symbol, probability]) => ({ symbol, probability })).sort((one, other) => other.probability - one.probability);
}

/** Where a symbol is likely in some columns, on average. */
function middle(columns, wanted) {
  const share = ({ symbols }) => symbols.find(({ symbol }) => symbol === wanted)?.probability ?? 0;
  const sum = columns.reduce((all, column) => all + share(column), 0);
  return columns.reduce((all, column) => all + share(column) * column.x, 0) / sum;
}

function symbolsAt({ x, symbols }) {
  const [best, ...others] = symbols;
  const said = symbols.map(({ symbol, probability }) => texts.scored(symbol, texts.percent(probability))).join(', ');
  return styled(el('li', { title: said },
    el('b', {}, best.symbol),
    styled(el('span', { class: 'sure-bar', 'aria-hidden': 'true' }), { '--share': best.probability }),
    ...others.map(({ symbol }) => el('small', {}, symbol))), { '--x': x });
}

function written(lines) {
  return lines.length
    ? el('ol', { class: 'written-lines' }, ...lines.map(({ text }) => el('li', {}, text)))
    : el('p', {}, texts.count(0));
}
