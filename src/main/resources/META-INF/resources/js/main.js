import { drawSample, showSamples } from './samples.js';
import { fillTexts, texts } from './texts.js';

/*
 * What the empty page needs, and no more: the desk, with all that it takes to read, comes with the first picture. So the
 * first load is a handful of requests.
 */
const desk = later('desk');
const camera = later('camera');
const $ = (selector) => document.querySelector(selector);
const take = (files) => use(desk, (page) => page.take(files));
const wide = matchMedia('(min-width: 60em)');
/** What was read stands beside the picture, or right below it where there is no room; the tab key follows. */
const settle = () => $(wide.matches ? '.picture' : '.columns').append($('.more'));

/** Loads a part when it is first wanted. Browsers remember that an address has failed, so the next try has another one. */
function later(name) {
  let tries = 0;
  let loading = null;
  return () => (loading ??= import(`./${name}.js${tries++ ? `?${tries}` : ''}`).catch((failure) => {
    loading = null;
    throw failure;
  }));
}

/** Whether there was one before a reload; a browser may forbid to look. */
function hasVisit() {
  try {
    return sessionStorage.getItem('visit') !== null;
  } catch {
    return false;
  }
}

/** Does something with a part that comes only now, or says that it cannot be had, and lets that be tried again. */
async function use(part, action) {
  let loaded;
  try {
    loaded = await part();
  } catch {
    $('#problem-title').textContent = texts.problemTitle;
    $('#problem-detail').textContent = texts.unreachable;
    $('#token-form').hidden = true;
    $('#retry').hidden = false;
    document.body.dataset.state = 'problem';
    $('#retry').onclick = () => {
      document.body.dataset.state = 'empty';
      use(part, action);
    };
    return;
  }
  $('#retry').onclick = null; // from now on it is the desk's
  await action(loaded);
}

fillTexts(document);
showSamples($('#samples'), async (name) => take([await drawSample(name)]));
$('#options-fold').open = wide.matches;
wide.addEventListener('change', settle);
settle();
if (hasVisit()) use(desk, () => {}); // it restores the visit of itself
$('#draw').addEventListener('click', () => use(desk, (page) => page.openPad()));
$('#camera').addEventListener('click', () => use(camera, (page) => page.takePhoto(take)));
$('#options').addEventListener('submit', (event) => {
  event.preventDefault();
  use(desk, (page) => page.readAgain());
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
