import { el } from './dom.js';
import { texts } from './texts.js';

const SAY_MILLIS = 1600;

/** A button that copies a text and says so; where the browser does not let it, it says what to do. */
export function copyButton(text, label, name) {
  const button = el('button', { type: 'button', class: 'button small copy', 'aria-label': name }, label);
  const say = (word) => {
    button.textContent = word;
    button.setAttribute('aria-label', word);
    setTimeout(() => {
      button.textContent = label;
      button.setAttribute('aria-label', name);
    }, SAY_MILLIS);
  };
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(texts.copied);
    } catch {
      say(texts.notCopied);
    }
  });
  return button;
}
