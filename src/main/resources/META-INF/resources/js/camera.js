import { el } from './dom.js';
import { texts } from './texts.js';

/** Lets a photo be taken: with the live picture where the browser gives it, else with the phone's own camera program. */
export async function takePhoto(take) {
  if (!navigator.mediaDevices?.getUserMedia) {
    choosePhoto(take);
    return;
  }
  const video = el('video', { autoplay: true, muted: true, playsInline: true });
  const said = el('p', { role: 'status' }, texts.cameraStarts);
  const shoot = el('button', { type: 'button', class: 'button primary', disabled: true }, texts.shoot);
  const close = el('button', { type: 'button', class: 'button' }, texts.cancel);
  const dialog = el('dialog', { class: 'camera', 'aria-label': texts.camera }, video, said,
    el('div', { class: 'actions' }, shoot, close));
  document.body.append(dialog);
  dialog.showModal();

  let stream = null;
  dialog.addEventListener('close', () => {
    stream?.getTracks().forEach((track) => track.stop());
    dialog.remove();
  });
  close.addEventListener('click', () => dialog.close());
  shoot.addEventListener('click', async () => {
    const photo = await still(video);
    dialog.close();
    take([photo]);
  });
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } });
    if (!dialog.isConnected) return stream.getTracks().forEach((track) => track.stop());
    video.srcObject = stream;
    await video.play();
    said.textContent = texts.cameraHint;
    shoot.disabled = false;
  } catch {
    said.textContent = texts.noCamera;
  }
}

async function still(video) {
  const canvas = el('canvas', { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext('2d').drawImage(video, 0, 0);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  return new File([blob], `${texts.photo}.jpg`, { type: 'image/jpeg' });
}

function choosePhoto(take) {
  const input = el('input', { type: 'file', accept: 'image/*', capture: 'environment' });
  input.addEventListener('change', () => input.files.length && take([...input.files]));
  input.click();
}
