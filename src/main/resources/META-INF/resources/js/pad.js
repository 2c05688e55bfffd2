import { el } from './dom.js';
import { texts } from './texts.js';

const WIDTH = 640;
const HEIGHT = 320;
const PEN = 12;
/** What is sent is half as wide: it is read in a third of the time, and no stroke gets too thin. */
const SENT = 0.5;

/** A sheet to write on, with mouse, pen or finger; each finished stroke hands the drawing over to be read. */
export class Pad {
  canvas = el('canvas', { width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': texts.padName });
  overlay = el('div', { class: 'overlay', 'aria-hidden': 'true' });
  #strokes = [];
  #drawing = null;
  #isNew = true;
  #sheets = 0;
  #ended = 0;

  constructor(place, { onDrawing, onClose, isTaken }) {
    this.place = place;
    this.onDrawing = onDrawing;
    this.isTaken = isTaken;
    const undo = button(texts.undo, () => this.#undo());
    const clear = button(texts.newDrawing, () => this.clear());
    const close = button(texts.closePad, onClose);
    place.replaceChildren(
      el('div', { class: 'sheet' }, this.canvas, this.overlay, el('p', { class: 'sheet-hint' }, texts.padHint)),
      el('div', { class: 'actions' }, undo, clear, close));
    this.#listen();
    this.#paint();
  }

  open() {
    this.clear();
    this.place.scrollIntoView({ block: 'nearest' });
  }

  /** A new sheet: the drawing so far stays in the visit. */
  clear() {
    this.#strokes = [];
    this.#isNew = true;
    this.overlay.replaceChildren();
    this.#paint();
  }

  /** The reading of the last stroke is on the page: how long that took can be seen in the browser's own timeline. */
  read() {
    const start = this.#ended;
    requestAnimationFrame(() => performance.measure('pad-read', { start }));
  }

  #listen() {
    const at = (event) => {
      const box = this.canvas.getBoundingClientRect();
      return [((event.clientX - box.x) * WIDTH) / box.width, ((event.clientY - box.y) * HEIGHT) / box.height];
    };
    this.canvas.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      this.canvas.setPointerCapture(event.pointerId);
      this.#strokes.push((this.#drawing = [at(event)]));
      this.#paint();
    });
    this.canvas.addEventListener('pointermove', (event) => {
      if (!this.#drawing) return;
      const moves = event.getCoalescedEvents?.() ?? [];
      this.#drawing.push(...(moves.length ? moves : [event]).map(at));
      this.#paint();
    });
    for (const end of ['pointerup', 'pointercancel']) {
      this.canvas.addEventListener(end, () => {
        if (!this.#drawing) return;
        this.#drawing = null;
        this.#handOver();
      });
    }
  }

  #undo() {
    if (!this.#strokes.pop()) return;
    this.#paint();
    this.#handOver(); // an empty sheet, too: nothing is to be read any more where the only stroke was taken back
  }

  #handOver() {
    this.#ended = performance.now();
    const isNew = this.#isNew;
    const name = () => `${texts.drawing(this.#sheets)}.png`;
    if (isNew) do this.#sheets++; while (this.isTaken(name())); // by a drawing from before a reload
    this.#isNew = false;
    const small = el('canvas', { width: SENT * WIDTH, height: SENT * HEIGHT });
    small.getContext('2d').drawImage(this.canvas, 0, 0, small.width, small.height);
    this.onDrawing(new File([png(small)], name(), { type: 'image/png' }), isNew);
  }

  #paint() {
    const pen = this.canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    Object.assign(pen, { strokeStyle: '#16181d', lineWidth: PEN, lineCap: 'round', lineJoin: 'round' });
    for (const stroke of this.#strokes) draw(pen, stroke);
    this.place.classList.toggle('written', this.#strokes.length > 0);
  }
}

/** The canvas' bytes, at once: Chromium's toBlob waits for an idle moment, up to a second. */
function png(canvas) {
  const [, base64] = canvas.toDataURL('image/png').split(',');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Through the middles between the points, so that quick strokes are round too. */
function draw(pen, stroke) {
  const [first] = stroke;
  const last = stroke.at(-1);
  pen.beginPath();
  pen.moveTo(...first);
  for (let i = 1; i + 1 < stroke.length; i++) {
    const [one, other] = [stroke[i], stroke[i + 1]];
    pen.quadraticCurveTo(...one, (one[0] + other[0]) / 2, (one[1] + other[1]) / 2);
  }
  pen.lineTo(last[0], last[1] + (stroke.length === 1 ? 0.1 : 0)); // a dot is a stroke too
  pen.stroke();
}

function button(label, onClick) {
  const made = el('button', { type: 'button', class: 'button small' }, label);
  made.addEventListener('click', onClick);
  return made;
}
