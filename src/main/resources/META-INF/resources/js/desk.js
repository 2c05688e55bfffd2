import { Problem, explain, forgetToken, predict, useToken } from './api.js';
import { DigitCard } from './card.js';
import { asRead, correct, correctCell, corrected, insert, remove } from './corrections.js';
import { $ } from './dom.js';
import { downloadAnnotated, downloadCsv, downloadJson } from './downloads.js';
import { forgetHow, showHow } from './how.js';
import { forgetKept, keep, kept } from './keeping.js';
import { drawOverlay, onShownPage } from './overlay.js';
import { announcement, results } from './results.js';
import { makeZoomable, showPicture } from './stage.js';
import { tableViews } from './table.js';
import { texts } from './texts.js';
import { Entry, drawVisit, thumbnail } from './visit.js';

let visit = [];
let current = null;
let picture = null; // the image or the pad that the current entry's digits can be cut out of
let pad = null;
let working = false;

makeZoomable();
// The picture's column stays in sight beside a long list; one that is higher than the window stays with its lower end.
new ResizeObserver(() => $('.picture').style.setProperty('--height', `${$('.picture').offsetHeight}px`)).observe($('.picture'));
const card = new DigitCard([$('.stage .overlay'), $('#pad'), $('#results')], digitAt);
$('#retry').addEventListener('click', retry);
$('#token-form').addEventListener('submit', readWithToken);
$('#marks').addEventListener('change', ({ target }) => ($('.stage .overlay').hidden = !target.checked));
$('#annotated').addEventListener('click', () => downloadAnnotated(current, picture));
$('#csv').addEventListener('click', () => downloadCsv(visit));
$('#json').addEventListener('click', () => downloadJson(visit));
$('#forget').addEventListener('click', forget);
$('#how').addEventListener('toggle', explainCurrent);
$('#results').addEventListener('click', ({ target }) => {
  if (target.matches('.as-read')) change(current, Number(target.dataset.number), 0, asRead);
});

/** Reads pictures one after the other, and shows the first of them. */
export function take(files) {
  const entries = files.map((file) => new Entry(file, options()));
  visit.push(...entries);
  entries.forEach(keep);
  show(entries[0]);
  work();
}

/** Shows the visit before a reload, the last picture of it, and reads on. */
function restore() {
  visit = kept();
  if (!visit.length) return;
  for (const entry of visit) drawThumbnail(entry);
  show(visit.at(-1));
  work();
}

/** Reads the current picture once more, with the options as they are now. */
export function readAgain() {
  if (!current) return;
  Object.assign(current, { state: 'waiting', options: options(), explained: null, problem: null });
  current.corrections.clear();
  current.cells.clear();
  current.controller?.abort();
  refresh(current);
  work();
}

/** Reads the current picture once more, and with it all others that the service was not there for. */
function retry() {
  readWhere((problem) => problem.mayPass);
  readAgain();
}

function readWhere(isSo) {
  for (const entry of visit.filter(({ problem }) => problem && isSo(problem))) Object.assign(entry, { state: 'waiting', problem: null });
}

/** Reads with the token that was entered what could not be read without. */
function readWithToken(event) {
  event.preventDefault();
  useToken($('#token').value.trim());
  $('#token').value = '';
  readWhere((problem) => problem.wantsToken);
  if (current) refresh(current);
  work();
}

/** Opens the pad on which numbers can be drawn. */
export async function openPad() {
  const { Pad } = await import('./pad.js');
  const isTaken = (name) => visit.some(({ file }) => file.name === name);
  pad ??= new Pad($('#pad'), { onDrawing: takeDrawing, onClose: () => leavePad(), isTaken });
  document.body.dataset.mode = 'pad';
  enter('empty');
  current = null;
  drawVisit(visit, null, show);
  $('#how').hidden = true;
  pad.open();
  $('#pad').focus(); // the button that opened it is not there any more
}

/** A drawing is one entry, however often it changes; the reading of what it was is of no use any more. */
async function takeDrawing(file, isNew) {
  if (isNew || !current) visit.push((current = new Entry(file, { ...options(), rotation: 0 })));
  const entry = current;
  Object.assign(entry, { file, explained: null });
  entry.corrections.clear();
  entry.cells.clear();
  picture = pad.canvas;
  if (await read(entry)) pad.read();
}

function leavePad() {
  document.body.dataset.mode = 'picture';
  if (current) show(current);
  else if (visit.length) show(visit.at(-1));
  else enter('empty');
  $('#draw').focus();
}

function forget() {
  for (const entry of visit) entry.controller?.abort();
  forgetKept();
  forgetToken();
  visit = [];
  current = picture = null;
  pad?.clear();
  document.body.dataset.mode = 'picture';
  drawVisit(visit, current, show);
  enter('empty');
  $('#how').hidden = true;
  $('#file').focus();
}

/** Reads what waits, one after the other, the current picture first. */
async function work() {
  if (working) return;
  working = true;
  const waits = ({ state }) => state === 'waiting';
  try {
    for (let next; (next = [current, ...visit].find((entry) => entry && waits(entry))); ) await read(next);
  } finally {
    working = false; // whatever fails, the next picture is read
  }
}

/** Reads a picture; a newer reading of it stops this one. Gives whether this one came to its end. */
async function read(entry) {
  entry.controller?.abort();
  const { signal } = (entry.controller = new AbortController());
  const before = rotationOf(entry);
  Object.assign(entry, { state: 'reading', sent: 0 });
  refresh(entry);
  await predict(entry.file, entry.options, { onSent: (share) => onSent(entry, share), signal })
    .then((reading) => Object.assign(entry, { reading, state: 'done', problem: null }))
    .catch((problem) => problem.name !== 'AbortError' && Object.assign(entry, { problem, state: 'problem' }));
  if (signal.aborted) return false;
  if (entry === current && rotationOf(entry) !== before) await show(entry);
  else refresh(entry);
  keep(entry);
  drawThumbnail(entry);
  return true;
}

/** How far the service has turned the page that is shown, in degrees. */
const rotationOf = ({ reading }) => reading?.pages?.[0]?.rotation ?? 0;

async function drawThumbnail(entry) {
  entry.thumbnail = await thumbnail(entry.file);
  drawVisit(visit, current, show);
}

async function show(entry) {
  document.body.dataset.mode = 'picture';
  current = entry;
  picture = null;
  enter(entry.state);
  $('.stage .overlay').replaceChildren();
  const shown = await showPicture(entry.file, rotationOf(entry));
  if (current !== entry || shown === undefined) return;
  picture = shown;
  refresh(entry);
}

/** Brings the page up to what is known of an entry. */
function refresh(entry) {
  drawVisit(visit, current, show);
  if (entry !== current) return;
  // The pad keeps the last reading until the next is there: it would flicker with each stroke.
  const quietly = document.body.dataset.mode === 'pad' && entry.reading && entry.state === 'reading';
  if (quietly) return;
  enter(entry.state);
  if (entry.state === 'done') showReading(entry);
  else if (entry.state === 'problem') showProblem(entry.problem);
  else onSent(entry, entry.sent);
}

function onSent(entry, share) {
  entry.sent = share;
  if (entry !== current) return;
  $('#stage-of-work').textContent = share >= 1 ? texts.reading : texts.sending(share);
  if (share >= 1) $('#bar').removeAttribute('value');
  else $('#bar').value = share;
  const done = visit.filter(({ state }) => state === 'done' || state === 'problem').length;
  $('#queue').textContent = visit.length > 1 ? texts.queue(done, visit.length) : '';
}

function showReading(entry) {
  const numbers = corrected(entry);
  const onPad = document.body.dataset.mode === 'pad';
  drawOverlay(onPad ? pad.overlay : $('.stage .overlay'), entry.reading, numbers);
  $('#results').replaceChildren(...tableViews(entry, numbers, picture, changeCell), ...results(entry.reading, numbers, picture));
  $('#announcement').textContent = announcement(numbers);
  $('#annotated').disabled = !picture;
  $('#how').hidden = false;
  explainCurrent();
}

function showProblem(problem) {
  $('#problem-title').textContent = problem instanceof Problem ? problem.title : texts.problemTitle;
  $('#problem-detail').textContent = problem.message;
  $('#problem-id').textContent = problem.id ? texts.problemId(problem.id) : '';
  $('#token-form').hidden = !problem.wantsToken;
  $('#retry').hidden = Boolean(problem.wantsToken);
}

/** The page is in one state; the style sheet shows what belongs to it. */
function enter(state) {
  card.close();
  const shown = state === 'waiting' ? 'reading' : state;
  document.body.dataset.state = shown;
  document.body.classList.toggle('has-picture', current !== null);
  $('#results').setAttribute('aria-busy', shown === 'reading');
  $('#announcement').textContent = shown === 'reading' ? texts.reading : '';
  $('#problem-detail').textContent = '';
  $('#annotated').disabled = true;
  if (shown !== 'done') $('#how').hidden = true;
}

function options() {
  const { digits, signs, polarity, method } = Object.fromEntries(new FormData($('#options')));
  return { digits: String(digits).trim(), signs, polarity, method };
}

/** What the card shows of a digit, and how it is put right. */
function digitAt(number, place) {
  const entry = current;
  const numbers = corrected(entry);
  const digit = numbers[number].digits[place];
  return {
    digit,
    number: numbers[number],
    image: entry.reading.image,
    picture: onShownPage(entry.reading)(numbers[number]) ? picture : null,
    frame: () => frameOf(entry, digit.box),
    correct: (right) => change(entry, number, place, () => correct(entry, number, place, right)),
    insert: (missing, behind) => change(entry, number, place + behind, () => insert(entry, number, place + behind, missing, behind)),
    remove: () => change(entry, number, Math.min(place, numbers[number].digits.length - 2), () => remove(entry, number, place)),
  };
}

/** Puts a number right, says so, and leads the focus to the digit at this place. */
function change(entry, number, place, action) {
  action(entry, number);
  refresh(entry);
  keep(entry);
  $('#announcement').textContent = texts.nowReads(corrected(entry)[number].text);
  $(`.value [data-number="${number}"][data-digit="${Math.max(0, place)}"]`)?.focus();
}

/** Puts a table's cell right. */
function changeCell(table, cell, text) {
  correctCell(current, table, cell, text);
  refresh(current);
  keep(current);
}

/** Asked for once for each reading, and only when somebody wants to see it. */
const explained = (entry) => (entry.explained ??= explain(entry.file, entry.options));

async function frameOf(entry, box) {
  const same = (other) => ['x', 'y', 'width', 'height'].every((side) => other[side] === box[side]);
  try {
    const { lines } = await explained(entry);
    return lines.flatMap((line) => line.digits).find((digit) => same(digit.box))?.frame;
  } catch {
    entry.explained = null;
    return null;
  }
}

async function explainCurrent() {
  const entry = current;
  if (!entry || entry.state !== 'done') return;
  forgetHow();
  if (!$('#how').open) return;
  try {
    const how = await explained(entry);
    if (entry === current) showHow(how, entry.reading);
  } catch (problem) {
    entry.explained = null;
    if (entry === current) forgetHow(problem.message);
  }
}

restore(); // here and not by whoever loads this: nobody can add to the visit before
