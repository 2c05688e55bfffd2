import { drawSample, showSamples } from './samples.js';
import { fillTexts } from './texts.js';

/*
 * What the empty page needs, and no more: the desk, with all that it takes to read, comes with the first picture. So the
 * first load is a handful of requests.
 */
const desk = () => import('./desk.js');
const take = async (files) => (await desk()).take(files);
const $ = (selector) => document.querySelector(selector);
const wide = matchMedia('(min-width: 60em)');
/** What was read stands beside the picture, or right below it where there is no room; the tab key follows. */
const settle = () => $(wide.matches ? '.picture' : '.columns').append($('.more'));

/** Whether there was one before a reload; a browser may forbid to look. */
function hasVisit() {
  try {
    return sessionStorage.getItem('visit') !== null;
  } catch {
    return false;
  }
}

fillTexts(document);
showSamples($('#samples'), async (name) => take([await drawSample(name)]));
$('#options-fold').open = wide.matches;
wide.addEventListener('change', settle);
settle();
if (hasVisit()) desk().then(({ restore }) => restore());
$('#draw').addEventListener('click', async () => (await desk()).openPad());
$('#camera').addEventListener('click', async () => (await import('./camera.js')).takePhoto(take));
$('#options').addEventListener('submit', async (event) => {
  event.preventDefault();
  (await desk()).readAgain();
});

$('#file').addEventListener('change', ({ target }) => {
  const files = [...target.files];
  target.value = ''; // so that the same file can be chosen again
  if (files.length) take(files);
});

document.addEventListener('paste', (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  take(files);
});

const dragging = (is) => document.body.classList.toggle('dragging', is);
document.addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  dragging(true);
});
document.addEventListener('dragleave', (event) => event.relatedTarget === null && dragging(false));
document.addEventListener('drop', (event) => {
  dragging(false);
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  take(files);
});
