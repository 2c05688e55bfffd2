import { crop } from './crop.js';
import { el, styled } from './dom.js';
import { texts } from './texts.js';

const BARS = 5;
const GAP = 10;

/**
 * The card of one digit: as written, as the network saw it, what else it could be, and a way to put it right. Pointing
 * shows it, a click or the enter key keeps it open.
 */
export class DigitCard {
  #card = document.body.appendChild(el('div', { class: 'card', role: 'dialog', hidden: true }));
  #from = null;
  #kept = false;
  #turn = 0;
  #quiet = false;

  /**
   * @param places elements in which whatever has `data-digit` can be pointed at
   * @param digitAt gives, for a number and a place, `{digit, number, image, picture, frame, correct, insert, remove}`;
   *     `insert` is told a digit and how far behind this one it belongs, 0 or 1
   */
  constructor(places, digitAt) {
    this.digitAt = digitAt;
    for (const place of places) this.watch(place);
    document.addEventListener('pointerdown', ({ target }) => {
      if (!(target instanceof Element) || !(this.#card.contains(target) || target.closest('[data-digit]'))) this.close();
    });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && !this.#card.hidden && this.close(true));
    for (const moves of ['resize', 'scroll']) addEventListener(moves, () => this.#position(), true);
  }

  watch(place) {
    const digit = ({ target }) => target.closest?.('[data-digit]');
    place.addEventListener('pointerover', (event) => {
      light(event.target.closest?.('[data-number]'));
      if (this.#kept || event.pointerType === 'touch') return;
      if (digit(event)) this.show(digit(event));
      else this.close();
    });
    place.addEventListener('pointerleave', () => {
      light(null);
      if (!this.#kept) this.close();
    });
    place.addEventListener('focusin', (event) => {
      light(event.target.closest('[data-number]'));
      if (digit(event) && !this.#kept && !this.#quiet && event.target.matches(':focus-visible')) this.show(digit(event));
    });
    place.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.#kept && !this.#card.contains(relatedTarget)) this.close();
    });
    place.addEventListener('click', (event) => digit(event) && this.keep(digit(event)));
    place.addEventListener('keydown', (event) => digit(event) && this.#key(event, digit(event)));
  }

  #key(event, from) {
    const { number, place } = places(from);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (/^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.close();
      this.digitAt(number, place).correct(Number(event.key));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.close();
      this.#quietly(() => this.digitAt(number, place).remove());
    } else if (event.key === 'Enter' || event.key === ' ') this.keep(from);
    else if (step) focusDigit({ number, place: place + step });
    else return;
    event.preventDefault();
  }

  keep(from) {
    this.show(from);
    this.#kept = true;
    this.#card.classList.add('kept');
    this.#card.querySelector('[aria-pressed="true"]').focus();
  }

  close(back = false) {
    if (this.#card.hidden) return;
    this.#card.hidden = true;
    this.#card.classList.remove('kept');
    const goBack = back && this.#kept;
    this.#kept = false;
    if (goBack) this.#quietly(() => focusDigit(places(this.#from)));
  }

  /** Does what moves the focus to a digit without showing the card for it. */
  #quietly(action) {
    this.#quiet = true;
    action();
    this.#quiet = false;
  }

  show(from) {
    const { number, place } = places(from);
    const shown = this.digitAt(number, place);
    this.#from = from;
    const turn = ++this.#turn;
    const frame = el('div', { class: 'seen' }, '…');
    this.#card.setAttribute('aria-label', texts.cardName(place + 1, shown.number.text));
    this.#card.replaceChildren(
      el('p', { class: 'card-head' }, texts.cardName(place + 1, shown.number.text)),
      ...(shown.digit.box ? [
        el('div', { class: 'looks' },
          shown.picture && figure(crop(shown.picture, shown.digit.box, shown.image, 112), texts.asWritten),
          figure(frame, texts.asSeen)),
        bars(shown.digit),
      ] : []),
      this.#choice(shown));
    this.#card.hidden = false;
    this.#position();
    if (shown.digit.box) shown.frame().then((address) => turn === this.#turn && frame.replaceChildren(
      address ? el('img', { src: address, alt: texts.asSeenAlt, width: 112, height: 112 }) : texts.noFrame));
  }

  /** The ten digits to choose the right one from, or the one that is missing; and a way to remove it. */
  #choice({ digit, number, correct, insert, remove }) {
    const act = (action) => {
      this.close();
      this.#quietly(action);
    };
    let chosen = correct;
    const hint = el('p', { class: 'quiet' }, digit.corrected ? texts.correction(digit) : texts.correctTo);
    const buttons = [...Array(10).keys()].map((value) => {
      const button = el('button', { type: 'button', 'aria-pressed': String(value === digit.digit) }, String(value));
      button.addEventListener('click', () => act(() => chosen(value)));
      return button;
    });
    const row = el('div', { class: 'choice', role: 'group', 'aria-label': texts.correctTo }, ...buttons);
    row.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step && !/^\d$/.test(event.key)) return;
      event.preventDefault();
      const at = step ? (buttons.indexOf(document.activeElement) + step + 10) % 10 : Number(event.key);
      buttons[at].focus();
      if (!step) buttons[at].click();
    });
    const missing = ['before', 'after'].map((side, behind) => {
      const button = el('button', { type: 'button', class: 'button small', 'aria-pressed': 'false' },
        behind ? texts.insertAfter : texts.insertBefore);
      button.addEventListener('click', () => {
        chosen = (value) => insert(value, behind);
        for (const other of [...buttons, ...missing]) other.setAttribute('aria-pressed', String(other === button));
        hint.textContent = texts.insertHint[side];
        row.setAttribute('aria-label', texts.insertHint[side]);
        buttons[0].focus();
      });
      return button;
    });
    const removal = el('button', { type: 'button', class: 'button small', disabled: number.digits.length < 2 }, texts.remove);
    removal.addEventListener('click', () => act(remove));
    return el('div', {}, hint, row, el('div', { class: 'actions' }, ...missing, removal));
  }

  /** Below what was pointed at, above it where there is no room; narrow screens have it at their lower edge. */
  #position() {
    if (this.#card.hidden) return;
    const at = this.#from.getBoundingClientRect();
    const { width, height } = this.#card.getBoundingClientRect();
    const below = at.bottom + GAP + height < innerHeight;
    const top = below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
    const left = Math.max(GAP, Math.min(innerWidth - width - GAP, at.left + at.width / 2 - width / 2));
    styled(this.#card, { '--left': `${left}px`, '--top': `${top}px` });
  }
}

const places = ({ dataset }) => ({ number: Number(dataset.number), place: Number(dataset.digit) });

function figure(picture, caption) {
  return el('figure', {}, picture, el('figcaption', {}, caption));
}

/** The digit as read and its runners-up, as bars. */
function bars({ read, confidence, alternatives = [] }) {
  const all = [{ digit: read, confidence }, ...alternatives].filter((other, i) => !i || texts.worthSaying(other.confidence));
  return el('ul', { class: 'bars' }, ...all.slice(0, BARS).map((other) =>
    el('li', {}, el('b', {}, String(other.digit)),
      styled(el('span', { class: 'sure-bar', 'aria-hidden': 'true' }), { '--share': other.confidence }),
      el('span', { class: 'share' }, texts.percent(other.confidence)))));
}

/** Lights a number in the picture and in the list. */
function light(element) {
  const number = element?.dataset.number;
  for (const part of document.querySelectorAll('.mark, .number')) part.classList.toggle('lit', part.getAttribute('data-number') === number);
}

function focusDigit({ number, place }) {
  const digit = document.querySelector(`.value [data-number="${number}"][data-digit="${place}"]`);
  if (digit instanceof HTMLElement) digit.focus();
}
