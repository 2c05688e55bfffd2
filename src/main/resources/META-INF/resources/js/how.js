import { el, styled } from './dom.js';
import { texts } from './texts.js';

/** Lines shown at first: a page full of numbers has hundreds of candidates. */
const LINES = 12;
const place = () => document.querySelector('#how-steps');

/** Empties the section, or says why it is empty. */
export function forgetHow(problem = texts.howWait) {
  place().replaceChildren(el('p', { class: 'quiet' }, problem));
}

/** How a picture was read, step by step. */
export function showHow({ image, lattice }) {
  const { millis, lines } = lattice;
  const pieces = lines.reduce((sum, line) => sum + line.pieces.length, 0);
  const candidates = lines.reduce((sum, line) => sum + line.candidates.length, 0);
  place().replaceChildren(el('ol', { class: 'steps' },
    step(texts.stepGrey, millis.decode, shown(lattice.gray, texts.stepGrey.title)),
    step(texts.stepInk, millis.ink,
      lattice.ink ? shown(lattice.ink, texts.stepInk.title) : el('p', {}, texts.noInk)),
    step(texts.stepPieces(lines.length, pieces), millis.lines + millis.cut,
      lattice.ink ? shown(lattice.ink, texts.stepPieces(lines.length, pieces).title, boxes(lines, image)) : null),
    step(texts.stepCandidates(candidates), millis.classify, lattices(lines)),
    step(texts.stepPath, millis.path, el('div', { class: 'paths' }, ...lines.slice(0, LINES).map(path)))));
  if (!lattice.complete) place().prepend(el('p', { class: 'quiet' }, texts.incomplete(candidates)));
}

function step({ title, text }, millis, body) {
  return el('li', { class: 'step' },
    el('div', { class: 'step-head' }, el('h3', {}, title), el('span', { class: 'time' }, texts.millis(millis))),
    el('p', { class: 'quiet' }, text), body);
}

function shown(address, name, ...over) {
  return el('div', { class: 'step-picture' }, el('img', { src: address, alt: texts.stepPicture(name) }), ...over);
}

function boxes(lines, image) {
  const at = (box) => ({
    left: `${(100 * box.x) / image.width}%`, top: `${(100 * box.y) / image.height}%`,
    width: `${(100 * box.width) / image.width}%`, height: `${(100 * box.height) / image.height}%`,
  });
  return el('div', { class: 'piece-boxes', 'aria-hidden': 'true' }, ...lines.flatMap((line) => [
    styled(el('u', {}), at(line.box)),
    ...line.pieces.map((piece, i) => styled(el('i', { class: i % 2 ? 'odd' : '' }), at(piece))),
  ]));
}

function lattices(lines) {
  const all = el('div', { class: 'lattices' }, ...lines.slice(0, LINES).map(diagram));
  if (lines.length > LINES) {
    const more = el('button', { type: 'button', class: 'button small' }, texts.moreLines(lines.length - LINES));
    more.addEventListener('click', () => more.replaceWith(...lines.slice(LINES).map((line, i) => diagram(line, i + LINES))));
    all.append(more);
  }
  return all;
}

/** A column for each piece of the line, and each candidate over the pieces that it joins. */
function diagram(line, index) {
  const chosen = new Map(line.path.map(({ candidate, digit }) => [candidate, digit]));
  const cells = line.candidates.map((candidate, i) => candidateCell(candidate, chosen.get(i)));
  const grid = styled(el('ol', { class: 'lattice' }, ...cells), { '--pieces': line.pieces.length });
  return el('div', { class: 'lattice-scroll', tabIndex: 0, role: 'region', 'aria-label': texts.lineName(index + 1) },
    el('p', { class: 'quiet' }, texts.lineName(index + 1)), grid);
}

function candidateCell(candidate, digit) {
  const [best] = candidate.digits;
  const isChosen = digit !== undefined;
  const notDigit = candidate.notADigit > best.confidence;
  const cell = el('li', { class: `candidate ${candidate.kind}${isChosen ? ' chosen' : ''}` },
    el('img', { src: candidate.frame, alt: '', width: 56, height: 56 }),
    el('div', {},
      el('p', { class: 'verdict' }, notDigit ? texts.notADigit : texts.asDigit(isChosen ? digit : best.digit)),
      el('ul', {}, ...candidate.digits.filter(({ confidence }) => texts.worthSaying(confidence)).map((other) =>
        el('li', {}, texts.scored(other.digit, texts.percent(other.confidence)))),
        texts.worthSaying(candidate.notADigit) && el('li', {}, texts.notADigitShare(texts.percent(candidate.notADigit)))),
      el('p', { class: 'quiet' }, texts.kinds[candidate.kind] + (isChosen ? `, ${texts.chosen}` : ''))));
  return styled(cell, { 'grid-column': `${candidate.from + 1} / ${candidate.to + 1}` });
}

/** The chosen candidates in order, and what was left out between them. */
function path(line, index) {
  const steps = [];
  let piece = 0;
  for (const { candidate, digit } of line.path) {
    const { from, to, frame } = line.candidates[candidate];
    if (from > piece) steps.push(el('li', { class: 'left-out' }, texts.leftOut(from - piece)));
    steps.push(el('li', {}, el('img', { src: frame, alt: '', width: 56, height: 56 }), el('b', {}, String(digit))));
    piece = to;
  }
  if (piece < line.pieces.length) steps.push(el('li', { class: 'left-out' }, texts.leftOut(line.pieces.length - piece)));
  return el('div', {}, el('p', { class: 'quiet' }, texts.lineName(index + 1)), el('ol', { class: 'path' }, ...steps));
}
