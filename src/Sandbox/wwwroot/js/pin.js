import { el } from './dom.js';

const find = (id) => document.getElementById(id);

/** Asks for a point; null where it was cancelled. */
export function askPin(kecamatan) {
  const dialog = find('pin-dialog');
  const [choice, latitude, longitude, error] = ['pin-kecamatan', 'pin-latitude', 'pin-longitude', 'pin-error'].map(find);
  const known = kecamatan.filter((one) => one.latitude !== undefined);
  choice.replaceChildren(...known.map((one) => el('option', { value: one.code }, one.name)), el('option', { value: '' }, 'Ketik sendiri'));
  choice.onchange = fill;
  error.textContent = '';
  fill();
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.querySelector('form').onsubmit = (event) => {
      if (point() === null) {
        event.preventDefault();
        error.textContent = 'Lintang dan bujur harus angka, misalnya -6,59 dan 110,67.';
      }
    };
    dialog.onclose = () => resolve(dialog.returnValue === 'ok' ? point() : null);
  });

  function fill() {
    const one = known.find((each) => each.code === choice.value);
    if (one) {
      [latitude.value, longitude.value] = [one.latitude, one.longitude];
    }
  }

  function point() {
    const [a, b] = [latitude, longitude].map((field) => Number(field.value.trim().replace(',', '.')));
    return latitude.value && longitude.value && Math.abs(a) <= 90 && Math.abs(b) <= 180 ? { latitude: a, longitude: b } : null;
  }
}
