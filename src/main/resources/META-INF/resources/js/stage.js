import { texts } from './texts.js';

let address = null;

/** Shows the picture, upright; gives the image once it can be drawn from, or null if the browser cannot show it. */
export async function showPicture(file) {
  const image = document.querySelector('#shown');
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(file);
  document.querySelector('#name').textContent = file.name;
  image.alt = texts.shown(file.name);
  image.src = address;
  const visible = await image.decode().then(() => true, () => false);
  document.querySelector('.frame').hidden = !visible;
  document.querySelector('.unshown').hidden = visible;
  if (!visible) return null;
  const frame = document.querySelector('.frame');
  frame.style.setProperty('--aspect', image.naturalWidth / image.naturalHeight);
  frame.style.setProperty('--natural', `${image.naturalWidth}px`);
  return image;
}
