/** Ties each number's mark in the picture to its entry among the results: pointing at one lights both. */
export function linkMarks(overlay, list) {
  const light = (event) => {
    const index = event.target.closest?.('[data-number]')?.dataset.number;
    for (const part of document.querySelectorAll('[data-number]')) {
      part.classList.toggle('lit', part.dataset.number === index);
    }
  };
  for (const side of [overlay, list]) {
    side.addEventListener('pointerover', light);
    side.addEventListener('pointerleave', light);
    side.addEventListener('focusin', light);
  }
  overlay.addEventListener('click', (event) => {
    const index = event.target.closest('[data-number]')?.dataset.number;
    if (index !== undefined) list.querySelector(`[data-number="${index}"]`).focus();
  });
}
