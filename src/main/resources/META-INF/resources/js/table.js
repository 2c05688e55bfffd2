import { copyButton } from './copying.js';
import { cellOf } from './corrections.js';
import { crop } from './crop.js';
import { $, el } from './dom.js';
import { downloadTable } from './downloads.js';
import { onShownPage } from './overlay.js';
import { texts } from './texts.js';

const LOOK_SIDE = 96; // of the cell's picture beside what is typed

/**
 * The tables of a reading as a person sees and corrects them. A click on a cell lets another text be typed; the enter key takes it,
 * or says that it is right as it is, and goes on to the next cell that needs checking.
 *
 * @param edit is told a table, a cell and its text
 */
export function tableViews(entry, numbers, picture, edit) {
  const isShown = onShownPage(entry.reading);
  return (entry.reading.tables ?? []).map((table, index) =>
    view({ entry, numbers, edit, table, index, picture: isShown(table) ? picture : null }));
}

function view(shown) {
  const { table, index } = shown;
  const cells = table.cells.map((cell) => cellOf(shown.entry, index, cell, shown.numbers));
  const rows = [...Array(table.rows).keys()].map((row) => cells.slice(row * table.columns, (row + 1) * table.columns));
  const said = rows.map((row) => row.map(({ text }) => text));
  const unsure = cells.filter((cell) => cell.unsure).length;
  const heading = el('h2', {}, texts.tableOf(table.rows, table.columns));
  if (unsure) heading.append(', ', el('span', { class: 'warn' }, texts.unsureCells(unsure)));
  const save = el('button', { type: 'button', class: 'button small' }, texts.tableCsv);
  save.addEventListener('click', () => downloadTable(shown.entry, said));
  const tabbed = said.map((row) => row.join('\t')).join('\n');
  return el('section', { class: 'table-view', 'aria-label': texts.tableName(index + 1) },
    el('div', { class: 'results-head' }, heading,
      el('div', { class: 'actions' }, copyButton(tabbed, texts.tableCopy, texts.tableCopyName), save)),
    el('p', { class: 'quiet' }, texts.tableHint),
    el('div', { class: 'table-scroll', role: 'region', tabIndex: 0, 'aria-label': texts.tableScroll(index + 1) },
      el('table', {}, el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map((cell) => place(cell, shown))))))));
}

function place(cell, shown) {
  const kinds = `${cell.unsure ? 'unsure' : ''} ${cell.corrected ? 'corrected' : ''}`.trim();
  const button = el('button', {
    type: 'button', class: 'cell', 'aria-label': texts.cellName(cell), 'data-cell': `${shown.index}:${cell.row}:${cell.column}`,
  }, cell.text);
  const at = el('td', { class: kinds, 'data-number': cell.numbers[0] ?? 'none' }, button);
  button.addEventListener('click', () => type(at, cell, shown));
  return at;
}

function type(at, cell, shown) {
  const input = el('input', { value: cell.text, size: Math.max(3, cell.text.length), 'aria-label': texts.cellInput(cell), spellcheck: false, autocomplete: 'off', inputMode: 'decimal' });
  const button = at.firstChild;
  const look = shown.picture && crop(shown.picture, cell.box, shown.entry.reading.image, LOOK_SIDE);
  let open = true;
  const close = (isTaken) => {
    if (!open) return;
    open = false;
    const text = input.value.trim();
    if (isTaken && (text !== cell.text || (isTaken === 'key' && cell.unsure))) shown.edit(shown.index, cell, text);
    else at.replaceChildren(button);
    const back = $(`[data-cell="${button.dataset.cell}"]`);
    if (isTaken !== 'key') return isTaken ? null : back?.focus();
    const next = after(back) ?? back;
    next?.focus();
    if (next !== back) next.click();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') close('key');
    else if (event.key === 'Escape') close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener('blur', () => close('blur'));
  at.replaceChildren(...[look, input].filter(Boolean));
  input.focus();
  input.select();
}

/**
 * The next cell that needs checking, the first one behind the last.
 *
 * @returns {any}
 */
function after(button) {
  const all = [...document.querySelectorAll('[data-cell]')];
  const from = all.indexOf(button);
  const isUnsure = (other) => other.parentElement.classList.contains('unsure');
  return [...all.slice(from + 1), ...all.slice(0, from)].find(isUnsure);
}
