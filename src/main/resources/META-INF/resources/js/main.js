import { Problem, predict } from './api.js';
import { linkMarks } from './linking.js';
import { drawOverlay } from './overlay.js';
import { onPicture } from './picking.js';
import { announcement, results } from './results.js';
import { showPicture } from './stage.js';
import { fillTexts, texts } from './texts.js';

const $ = (selector) => document.querySelector(selector);
let picture = null;
let running = new AbortController();

fillTexts(document);
onPicture($('#file'), take);
$('#options-fold').open = matchMedia('(min-width: 60em)').matches;
linkMarks($('.overlay'), $('#results'));
$('#sample').addEventListener('click', takeSample);
$('#retry').addEventListener('click', () => (picture ? read() : takeSample()));
$('#options').addEventListener('submit', (event) => {
  event.preventDefault();
  if (picture) read();
});
$('#marks').addEventListener('change', (event) => ($('.overlay').hidden = !event.target.checked));

function take(file) {
  picture = file;
  read();
}

async function takeSample() {
  try {
    const answer = await fetch('samples/1704.png');
    if (!answer.ok) throw new Problem(texts.sampleMissing);
    take(new File([await answer.blob()], texts.sampleName, { type: 'image/png' }));
  } catch {
    picture = null;
    showProblem(new Problem(texts.sampleMissing));
  }
}

/** Reads the picture; a newer reading stops this one. */
async function read() {
  running.abort();
  const { signal } = (running = new AbortController());
  enter('reading');
  onSent(0);
  $('.overlay').replaceChildren();
  try {
    const options = Object.fromEntries(new FormData($('#options')));
    const trimmed = { ...options, digits: options.digits.trim() };
    const [shown, reading] = await Promise.all([showPicture(picture), predict(picture, trimmed, { onSent, signal })]);
    if (!signal.aborted) showReading(reading, shown);
  } catch (problem) {
    if (problem.name !== 'AbortError') showProblem(problem);
  }
}

function onSent(share) {
  const sent = share >= 1;
  $('#stage-of-work').textContent = sent ? texts.reading : texts.sending(share);
  if (sent) $('#bar').removeAttribute('value');
  else $('#bar').value = share;
}

function showReading(reading, shown) {
  drawOverlay($('.overlay'), reading);
  $('#results').replaceChildren(...results(reading, shown));
  enter('done');
  $('#announcement').textContent = announcement(reading);
  $('.outcome').scrollIntoView({ block: 'nearest' });
}

function showProblem(problem) {
  enter('problem');
  $('#problem-title').textContent = problem instanceof Problem ? problem.title : texts.problemTitle;
  $('#problem-detail').textContent = problem.message;
  $('#problem-id').textContent = problem.id ? texts.problemId(problem.id) : '';
  $('.outcome').scrollIntoView({ block: 'nearest' });
}

/** The page is in one state: empty, reading, done or problem; the style sheet shows what belongs to it. */
function enter(state) {
  document.body.dataset.state = state;
  document.body.classList.toggle('has-picture', picture !== null);
  $('#results').setAttribute('aria-busy', state === 'reading');
  $('#announcement').textContent = state === 'reading' ? texts.reading : '';
  $('#problem-detail').textContent = '';
}
