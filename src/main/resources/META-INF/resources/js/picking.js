import { texts } from './texts.js';

/** Every way a picture comes in: chosen, dropped anywhere, pasted. */
export function onPicture(input, take) {
  input.addEventListener('change', () => {
    const [file] = input.files;
    input.value = ''; // so that the same file can be chosen again
    if (file) take(file);
  });
  document.addEventListener('paste', (event) => {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    take(new File([file], texts.pastedName, { type: file.type }));
  });
  onDrop(take);
}

function onDrop(take) {
  const over = (is) => document.body.classList.toggle('dragging', is);
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && over(false));
  document.addEventListener('drop', (event) => {
    over(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}
